with told as (
    select service as object, date_trunc('quarter', "at") as quarter, 'resolved in time' as name, 'for' as tone, case when attained then 1.0 else 0.0 end as held
    from attainment
    where attained is not null
    union all
    select service as object, date_trunc('quarter', answered_at) as quarter, 'satisfied' as name, 'against' as tone, case when satisfied then 1.0 else 0.0 end as held
    from satisfaction
    where satisfied is not null and answered_at is not null
)
select object, strftime(quarter, '%Y-%m') as period, name, avg(held) as value, tone
from told
where object is not null and quarter is not null
group by object, quarter, name, tone
having count(*) >= 5
order by object, quarter, name
