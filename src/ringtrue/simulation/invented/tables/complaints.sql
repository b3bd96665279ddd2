-- Complaints of users and customers, decided within two weeks.
with made as (
    select
        'CMP-' || service_people.service || '-' || months.month as id,
        service_people.service,
        after_days(months.starts_at, 27 * draw('complaint', service_people.service || months.month)) as moment,
        draw('complaint from', service_people.service || months.month) < 0.4 as from_customer
    from months
    join service_people on months.starts_at > coalesce(service_people.live_from, timestamp '2000-01-01')
    where draw('complains', service_people.service || months.month) < 0.5
),
dated as (
    select *, date_trunc('day', moment) + to_minutes(480 + cast(500 * draw('complaint hour', id) as integer)) as received_at from made
),
users as (
    select service, party, row_number() over (partition by service order by party) as place, count(*) over (partition by service) as n
    from role_assignments
    where role = 'user' and service is not null
)
select
    dated.id,
    dated.service,
    case when dated.from_customer or users.party is null then owner_terms.party else users.party end as party,
    case when dated.from_customer or users.party is null then 'customer' else 'user' end as role,
    dated.received_at,
    case
        when decided.moment < $ends - interval 1 day then decided.moment
    end as decided_at,
    case
        when decided.moment < $ends - interval 1 day then pick('complaint outcome', dated.id, [
            'explained and accepted', 'put right on the same day', 'taken into the next release', 'instruction for the desk rewritten',
            'target looked at with the customer', 'supplier asked to mend it', 'training for the team'
        ])
    end as outcome
from dated
cross join lateral (select after_days(dated.received_at, 0.5 + 11 * draw('complaint decided', dated.id)) as moment) as decided
join owner_terms
    on owner_terms.service = dated.service and owner_terms.role = 'customer' and owner_terms.since <= dated.received_at and owner_terms.until > dated.received_at
left join users on users.service = dated.service and users.place = 1 + cast(floor(draw('complaint user', dated.id) * users.n) as integer)
order by dated.id
