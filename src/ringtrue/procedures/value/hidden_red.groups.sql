select
    told_by as family,
    service as object,
    service,
    dimension || ' ' || value as segment,
    cases as n,
    hits,
    target,
    whole_n,
    whole_hits,
    whole_expected
from judged
where verdict <> 'untestable'
order by family, object, segment
