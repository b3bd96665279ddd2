select item as object, service, case when verdict = 'untestable' then 0 else 1 end as n, case when verdict = 'deviation' then 1 else 0 end as deviations, reason as told
from judged
order by item
