select
    line as object,
    any_value(service) as service,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    case
        when starts_with(line, 'internal_audit') then 'internal audits' else 'management reviews'
    end || coalesce(' of ' || any_value(service), '') as told,
    max(misses) filter (where verdict = 'deviation') as misses
from judged
group by line
order by object
