select
    approver as object,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    max(given_within) filter (where verdict = 'deviation') as most,
    cast($window_seconds as integer) as window
from judged
group by approver
order by approver
