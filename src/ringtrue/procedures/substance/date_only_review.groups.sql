select
    item as object,
    service,
    case when verdict = 'untestable' then 0 else 1 end as n,
    case when verdict = 'deviation' then 1 else 0 end as deviations,
    same_again,
    replace(trigger, '_', ' ') as trigger
from judged
order by object
