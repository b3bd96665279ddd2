select
    item as object,
    service,
    case when verdict = 'untestable' then 0 else 1 end as n,
    case when verdict = 'deviation' then 1 else 0 end as deviations,
    moves,
    cast(round((epoch(last_date) - epoch(first_date)) / 86400.0) as bigint) as days
from judged
order by object
