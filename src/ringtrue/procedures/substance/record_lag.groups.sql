select
    sort as family,
    object,
    any_value(service) as service,
    bool_or(own_rule) as strict,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
group by sort, object
order by family, object
