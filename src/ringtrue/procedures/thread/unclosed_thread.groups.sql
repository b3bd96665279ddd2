select 'of a critical service cannot be followed as far as a reading' as family, judged.service as object, judged.service, true as strict,
    count(*) filter (where judged.verdict <> 'untestable') as n,
    count(*) filter (where judged.reason in ('no requirement names it', 'its requirements have no target and no measure')) as deviations
from judged
join live_services on live_services.id = judged.service and live_services.criticality = 'critical'
group by judged.service
union all
select 'cannot be followed to the end' as family, 'organisation' as object, null as service, false as strict,
    count(*) filter (where verdict <> 'untestable') as n, count(*) filter (where verdict = 'deviation') as deviations
from judged
having count(*) > 0
order by 1, 2
