with counted as (
    select control, reason, count(*) as n from judged where verdict = 'deviation' group by control, reason
),
told as (
    select control, string_agg(n || ' ' || reason, '; ' order by n desc, reason) as told from counted group by control
)
select
    judged.control as object,
    null as service,
    count(*) filter (where judged.verdict <> 'untestable') as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations,
    coalesce(any_value(told.told), '') as told,
    any_value(controls.statement) as control_statement
from judged
left join told on told.control = judged.control
left join controls on controls.id = judged.control
group by judged.control
order by object
