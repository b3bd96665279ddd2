with attained as (
    select
        service,
        count(*) filter (where attained) as n_attained,
        count(attained) as n_judged,
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
        max(case when satisfaction_target > 1 then satisfaction_target / 100.0 else satisfaction_target end) as satisfaction_target
    from agreements
    where kind = 'sla'
    group by service
),
invited as (
    select
        coalesce(survey_invites.service, cases.service) as service,
        coalesce(case when survey_invites.role in ('customer', 'user') then survey_invites.role end, 'respondent') as role,
        count(*) as n
    from survey_invites
    left join cases on cases.id = survey_invites."case"
    group by
        coalesce(survey_invites.service, cases.service),
        coalesce(case when survey_invites.role in ('customer', 'user') then survey_invites.role end, 'respondent')
)
select
    answered.service as object,
    answered.service,
    answered.role as family,
    attained.n_attained,
    attained.n_judged,
    coalesce(attained.attainment_target, $attainment_target) as attainment_target,
    answered.n_satisfied,
    answered.n_answers,
    coalesce(promised.satisfaction_target, $satisfaction_target) as satisfaction_target,
    case when invited.n >= answered.n_answers then invited.n end as invited
from answered
left join attained on attained.service = answered.service
left join promised on promised.service = answered.service
left join invited on invited.service = answered.service and invited.role = answered.role
order by answered.service, answered.role
