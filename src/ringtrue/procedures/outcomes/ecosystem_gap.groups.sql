select
    case when criticality in ('critical', 'high') then service else 'organisation' end as object,
    case when criticality in ('critical', 'high') then service end as service,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    string_agg(distinct case when verdict = 'deviation' then reason end, '; ' order by case when verdict = 'deviation' then reason end) as missing
from judged
group by 1, 2
order by 1
