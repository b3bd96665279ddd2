select
    'that clauses demand' as family,
    item as object,
    service,
    true as strict,
    case when verdict = 'untestable' then 0 else 1 end as n,
    case when verdict = 'deviation' then 1 else 0 end as deviations,
    reason
from judged
where is_demanded
union all
select
    'that no clause demands' as family,
    'organisation' as object,
    null as service,
    false as strict,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    null as reason
from judged
where not is_demanded
having count(*) > 0
order by 1, 2
