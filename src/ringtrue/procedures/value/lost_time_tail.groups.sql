-- One row per service and week of opening: the hours lost in the deviating incidents, and in all. What cannot be judged counts as lost too.
select
    judged.service as object,
    judged.service,
    date_trunc('week', cases.opened_at) as week,
    coalesce(sum(judged.lost_hours) filter (where judged.verdict = 'deviation'), 0) as part,
    coalesce(sum(judged.lost_hours), 0) as whole,
    count(*) filter (where judged.verdict <> 'untestable') as n,
    count(*) filter (where judged.verdict = 'deviation') as deviations
from judged
join cases on cases.id = judged.item
where judged.service is not null
group by judged.service, date_trunc('week', cases.opened_at)
order by object, week
