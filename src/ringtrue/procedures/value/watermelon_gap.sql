with attained as (
    select
        service,
        count(*) filter (where attained) as n_attained,
        count(attained) as n_judged,
        count(*) filter (where attained is not null and basis = 'reported') as n_reported,
        max(attainment_target) as attainment_target
    from attainment
    where service is not null
    group by service
),
answered as (
    select
        service,
        coalesce(case when role in ('customer', 'user') then role end, 'respondent') as role,
        count(*) filter (where satisfied) as n_satisfied,
        count(satisfied) as n_answers
    from satisfaction
    where service is not null
    group by service, coalesce(case when role in ('customer', 'user') then role end, 'respondent')
),
promised as (
    select
        service,
        max(satisfaction_target) as satisfaction_target
    from agreements
    where kind = 'sla' and satisfaction_target is not null
    group by service
),
invited as (
    select
        coalesce(survey_invites.service, cases.service) as service,
        coalesce(case when survey_invites.role in ('customer', 'user') then survey_invites.role end, 'respondent') as role,
        count(*) as n
    from survey_invites
    cross join audit_period
    left join cases on cases.id = survey_invites."case"
    where
        survey_invites.sent_at is null
        or (survey_invites.sent_at >= audit_period.starts_at and survey_invites.sent_at < audit_period.ends_at)
    group by
        coalesce(survey_invites.service, cases.service),
        coalesce(case when survey_invites.role in ('customer', 'user') then survey_invites.role end, 'respondent')
),
looked_at as (
    select service, role from answered
    union all
    select service, 'respondent' as role from attained where service not in (select service from answered)
)
select
    looked_at.service as object,
    looked_at.service,
    looked_at.role as family,
    attained.n_attained,
    attained.n_judged,
    attained.n_reported,
    coalesce(attained.attainment_target, $attainment_target) as attainment_target,
    answered.n_satisfied,
    answered.n_answers,
    coalesce(promised.satisfaction_target, $satisfaction_target) as satisfaction_target,
    case when invited.n >= answered.n_answers then invited.n end as invited
from looked_at
left join answered on answered.service = looked_at.service and answered.role = looked_at.role
left join attained on attained.service = looked_at.service
left join promised on promised.service = looked_at.service
left join invited on invited.service = looked_at.service and invited.role = looked_at.role
order by looked_at.service, looked_at.role
