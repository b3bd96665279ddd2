with told as (
    select
        service as object,
        "at",
        'resolved in time' as name,
        'for' as tone,
        case when attained then 1.0 else 0.0 end as held
    from attainment
    where attained is not null
    union all
    select
        service as object,
        answered_at as "at",
        case when role in ('customer', 'user') then 'satisfied ' || role || 's' else 'satisfied respondents' end as name,
        'against' as tone,
        case when satisfied then 1.0 else 0.0 end as held
    from satisfaction
    where satisfied is not null
),
quarters as (
    select
        object,
        cast(year("at") as varchar) || '-Q' || cast(cast(ceil(month("at") / 3.0) as integer) as varchar) as period,
        name,
        tone,
        held
    from told
    cross join audit_period
    where object is not null and "at" >= audit_period.starts_at and "at" < audit_period.ends_at
)
select object, period, name, avg(held) as value, tone
from quarters
group by object, period, name, tone
having count(*) >= 5
order by object, period, name
