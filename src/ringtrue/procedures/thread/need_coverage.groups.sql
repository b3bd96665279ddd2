select 'of high importance' as family, coalesce(service, 'organisation') as object, service, true as strict,
    count(*) filter (where verdict <> 'untestable') as n, count(*) filter (where verdict = 'deviation') as deviations
from judged
where importance in ('critical', 'high')
group by service
union all
select 'of any importance' as family, 'organisation' as object, null as service, false as strict,
    count(*) filter (where verdict <> 'untestable') as n, count(*) filter (where verdict = 'deviation') as deviations
from judged
having count(*) > 0
order by 1, 2
