select
    judged.service as object,
    strftime(date_trunc('month', coalesce(cases.resolved_at, cases.closed_at)), '%Y-%m') as period,
    'resolved by the first team' as name,
    avg(case when judged.verdict = 'pass' then 1.0 else 0.0 end) as value,
    'for' as tone
from judged
join cases on cases.id = judged.item
where judged.verdict <> 'untestable' and judged.service is not null
group by judged.service, date_trunc('month', coalesce(cases.resolved_at, cases.closed_at))
having count(*) >= 5
order by object, period
