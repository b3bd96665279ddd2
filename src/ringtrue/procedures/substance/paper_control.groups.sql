select
    item as object,
    null as service,
    case when verdict = 'untestable' then 0 else 1 end as n,
    case when verdict = 'deviation' then 1 else 0 end as deviations,
    reason,
    records,
    longest_gap_days,
    interval_days
from judged
order by object
