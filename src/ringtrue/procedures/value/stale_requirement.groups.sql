select
    service as object,
    service,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations,
    count(*) filter (where reason = 'was not confirmed within its own interval') as overdue,
    count(*) filter (where reason = 'was not confirmed after an event that may change what is needed') as outrun,
    string_agg(distinct replace(event_kind, '_', ' '), ', ' order by replace(event_kind, '_', ' '))
        filter (where reason = 'was not confirmed after an event that may change what is needed') as events
from judged
where service is not null
group by service
order by object
