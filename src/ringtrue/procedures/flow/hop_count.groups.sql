-- One row per first team, service and priority: a team is compared with its peers on the same mix of work.
select
    judged.first_team as object,
    coalesce(cases.service, '') || ' / ' || coalesce(cases.priority, '') as stratum,
    count(*) as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations
from judged
join cases on cases.id = judged.item
where judged.verdict <> 'untestable'
group by judged.first_team, coalesce(cases.service, '') || ' / ' || coalesce(cases.priority, '')
order by object, stratum
