select
    'set by the provider alone' as family,
    coalesce(service, 'organisation') as object,
    item,
    service,
    reason,
    facet,
    statement,
    source,
    agreed_at,
    source_file,
    source_row
from judged
where reason = 'was set by the provider alone'
union all
select
    'without source, date or acceptance from the customer''s side' as family,
    'organisation' as object,
    item,
    service,
    reason,
    facet,
    statement,
    source,
    agreed_at,
    source_file,
    source_row
from judged
where verdict = 'deviation'
