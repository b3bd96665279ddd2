with attained as (
    select service, avg(case when attained then 1.0 else 0.0 end) as attained_share, count(*) as cases
    from attainment
    where service is not null and attained is not null
    group by service
),
answered as (
    select
        service,
        coalesce(case when role in ('customer', 'user') then role end, 'respondent') as role,
        avg(case when satisfied then 1.0 else 0.0 end) as satisfied_share,
        count(*) as answers
    from satisfaction
    where service is not null and satisfied is not null
    group by service, coalesce(case when role in ('customer', 'user') then role end, 'respondent')
)
select
    'organisation' as object,
    answered.role as family,
    answered.service as item,
    answered.service,
    attained.attained_share,
    attained.cases,
    answered.satisfied_share,
    answered.answers,
    services.source_file,
    services.source_row
from answered
join attained on attained.service = answered.service
left join services on services.id = answered.service
where attained.cases >= $least_cases and answered.answers >= $least_answers
