-- One row per kind of record: cases, changes, configuration items.
select
    kind as object,
    null as service,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
group by kind
order by object
