select 'of a critical service' as family, judged.service as object, judged.service, true as strict,
    count(*) filter (where judged.verdict <> 'untestable') as n, count(*) filter (where judged.verdict = 'deviation') as deviations
from judged
join live_services on live_services.id = judged.service and live_services.criticality = 'critical'
group by judged.service
union all
select 'of all services' as family, 'organisation' as object, null as service, false as strict,
    count(*) filter (where verdict <> 'untestable') as n, count(*) filter (where verdict = 'deviation') as deviations
from judged
having count(*) > 0
order by 1, 2
