with attained as (
    select service, count(*) filter (where attained) as hits, count(attained) as n
    from attainment
    where service is not null
    group by service
),
answered as (
    select
        service,
        coalesce(case when role in ('customer', 'user') then role end, 'respondent') as role,
        count(*) filter (where satisfied) as hits,
        count(satisfied) as n
    from satisfaction
    where service is not null
    group by service, coalesce(case when role in ('customer', 'user') then role end, 'respondent')
)
select
    'organisation' as object,
    answered.role as family,
    answered.service as member,
    attained.hits,
    attained.n,
    answered.hits as other_hits,
    answered.n as other_n
from answered
left join attained on attained.service = answered.service
order by answered.role, answered.service
