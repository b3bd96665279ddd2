select coalesce(service, 'organisation') as object, service, count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where reason = 'went live without evidence of acceptance') as deviations
from judged
group by service
order by 1
