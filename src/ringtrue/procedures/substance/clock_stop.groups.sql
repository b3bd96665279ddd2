select 'met by pauses' as family, judged.team as object, cases.priority as stratum, count(*) as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations
from judged
join cases on cases.id = judged.item
where judged.verdict <> 'untestable' and judged.team is not null
group by judged.team, cases.priority
union all
select 'empty waits' as family, team as object, null as stratum, count(*) as n, count(*) filter (where is_empty) as deviations
from user_waits
where team is not null and is_empty is not null
group by team
order by 1, 2, 3
