select control as object, reason as family, 1 as n, case when verdict = 'deviation' then 1 else 0 end as deviations
from judged
where verdict <> 'untestable'
order by control
