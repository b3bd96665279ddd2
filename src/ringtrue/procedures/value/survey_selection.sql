with throttle as (
    select max(throttle_days) as days from survey_rounds where throttle_days > 0
),
invited as (
    select distinct "case" from survey_invites where "case" is not null
),
finished as (
    select
        attainment."case",
        attainment.service,
        attainment.attained,
        concat_ws(' ', attainment.kind, attainment.priority, year(attainment."at"), ceil(month(attainment."at") / 3.0)) as stratum,
        attainment."at",
        cases.requester,
        invited."case" is not null as is_invited
    from attainment
    join cases on cases.id = attainment."case"
    left join parties on parties.id = cases.requester
    left join invited on invited."case" = attainment."case"
    where
        attainment.attained is not null
        and attainment.service is not null
        and coalesce(cases.resolved_at, cases.closed_at) is not null
        and (parties.kind is null or parties.kind not in ('automation', 'shared_mailbox'))
),
marks as (
    select finished.requester as party, finished."case", epoch(finished."at") as moment, 0 as is_invite
    from finished
    cross join throttle
    where throttle.days is not null
    union all
    select survey_invites.party, null as "case", epoch(survey_invites.sent_at) as moment, 1 as is_invite
    from survey_invites
    cross join throttle
    where throttle.days is not null and survey_invites.party is not null
),
followed as (
    select
        "case",
        moment,
        max(case when is_invite = 1 then moment end) over (
            partition by party order by moment, is_invite, "case" rows between unbounded preceding and 1 preceding
        ) as invited_at
    from marks
),
asked_before as (
    select followed."case"
    from followed
    cross join throttle
    where followed."case" is not null and followed.moment - followed.invited_at < throttle.days * 86400.0
),
comparable as (
    select finished.*
    from finished
    left join asked_before on asked_before."case" = finished."case"
    where asked_before."case" is null
)
select
    service as object,
    service,
    stratum,
    count(*) filter (where not attained and is_invited) as hits,
    count(*) filter (where not attained) as n,
    count(*) filter (where attained and is_invited) as other_hits,
    count(*) filter (where attained) as other_n
from comparable
group by service, stratum
order by service, stratum
