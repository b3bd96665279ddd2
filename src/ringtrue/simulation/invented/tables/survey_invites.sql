-- Who was asked: users after their case was resolved, at most once a week; and about each service as a whole its users and its people every
-- quarter, its customer every month, and those who buy other services twice a year.
with wanted as (
    select
        id, service, requester, epoch(resolved_at) as resolved,
        epoch(resolved_at) + 1800 + cast(7200 * draw('invited', id) as bigint) as sent
    from cases
    where
        resolved_at < $ends - interval 8 hour
        and service is not null
        and requester is not null
        and kind in ('incident', 'request')
        and draw('invites', id) < 0.9
),
-- One after the other: whoever was asked less than a week before is left out.
asked as (
    select
        requester,
        list_reduce(
            list([resolved, sent] order by resolved, id),
            lambda before, next: case when next[1] - before[len(before)] >= 604800 then list_append(before, next[2]) else before end
        ) as moments
    from wanted
    group by requester
),
after_cases as (
    select wanted.*
    from (select requester, unnest(moments) as sent from asked) as invited
    join wanted on wanted.requester = invited.requester and wanted.sent = invited.sent
),
rounds as (
    select service, month, month >= $begins and extract(month from month) in (2, 5, 8, 11) as is_quarter
    from moods
    where is_live
),
held as (
    select
        rounds.service,
        rounds.month,
        role_assignments.party,
        role_assignments.role,
        after_days(rounds.month, 6 + 14 * draw('round day', rounds.service || rounds.month)) as sent_at
    from rounds
    join role_assignments
        on role_assignments.service = rounds.service
        and (role_assignments.role = 'customer' or (rounds.is_quarter and role_assignments.role in ('user', 'practitioner', 'service_owner')))
    where
        coalesce(role_assignments.valid_from, timestamp '2000-01-01') <= rounds.month + to_days(6)
        and coalesce(role_assignments.valid_to, timestamp '2100-01-01') > rounds.month + to_days(27)
        and (role_assignments.role <> 'practitioner' or draw('practitioner asked', role_assignments.party || rounds.service || rounds.month) < 0.4)
    union all
    select
        rounds.service,
        rounds.month,
        buyers.party,
        'customer' as role,
        after_days(rounds.month, 6 + 14 * draw('round day', rounds.service || rounds.month)) as sent_at
    from rounds
    join (
        select party, max(coalesce(valid_to, timestamp '2100-01-01')) as until, min(coalesce(valid_from, timestamp '2000-01-01')) as since
        from role_assignments
        where role = 'customer'
        group by party
    ) as buyers on buyers.since < rounds.month and buyers.until > rounds.month + to_days(27)
    left join owner_terms on owner_terms.service = rounds.service and owner_terms.party = buyers.party
    where
        extract(month from rounds.month) in (3, 9)
        and owner_terms.party is null
        and draw('buyer asked', rounds.service || buyers.party) < 0.55
)
select
    'INV-' || id as id,
    id as "case",
    service,
    requester as party,
    'user' as role,
    make_timestamp(cast(sent * 1000000 as bigint)) as sent_at
from after_cases
union all
select
    'INV-' || service || '-' || strftime(month, '%Y%m') || '-' || role || '-' || party,
    null,
    service,
    party,
    role,
    date_trunc('day', sent_at) + interval 8 hour
from held
where sent_at < $ends - to_days(4)
order by id
