select 'above its peers' as family, service as object, service, null as period, null as value,
    count(*) as n, count(*) filter (where verdict = 'deviation') as deviations
from judged
where verdict <> 'untestable' and service is not null
group by service
union all
select 'rising over the months' as family, 'organisation' as object, null as service, strftime(started_at, '%Y-%m') as period,
    cast(count(*) filter (where verdict = 'deviation') as double) / count(*) as value, count(*) as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
where verdict <> 'untestable' and started_at is not null
group by strftime(started_at, '%Y-%m')
order by 1, 2, 4
