select 'organisation' as object, null as service, count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
having count(*) > 0
