select
    facet as family,
    service as object,
    service,
    any_value(criticality) as criticality,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    string_agg(reason, ', ' order by reason) filter (where verdict = 'deviation') as missing
from judged
group by facet, service
order by family, object
