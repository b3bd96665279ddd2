select
    'set by the provider alone' as family,
    coalesce(service, 'organisation') as object,
    service,
    true as strict,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where reason = 'was set by the provider alone') as deviations
from judged
group by service
union all
select
    'without source, date or acceptance from the customer''s side' as family,
    'organisation' as object,
    null as service,
    false as strict,
    count(*) filter (where verdict <> 'untestable') as n,
    count(*) filter (where verdict = 'deviation') as deviations
from judged
having count(*) > 0
order by 1, 2
