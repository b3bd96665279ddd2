-- One row per closing team, service and priority: a team is compared with its peers on the same mix of work.
select
    judged.team as object,
    coalesce(cases.service, '') || ' / ' || coalesce(cases.priority, '') as stratum,
    count(*) as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations
from judged
join cases on cases.id = judged.item
where judged.verdict <> 'untestable' and judged.team is not null
group by judged.team, coalesce(cases.service, '') || ' / ' || coalesce(cases.priority, '')
order by object, stratum
