select
    sort as family,
    object,
    any_value(service) as service,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
group by sort, object
order by family, object
