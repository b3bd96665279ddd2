select coalesce(service, 'organisation') as object, service, count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where reason = 'was set by the provider alone') as deviations
from judged
group by service
order by 1
