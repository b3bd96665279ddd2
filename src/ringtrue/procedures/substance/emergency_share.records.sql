select 'above its peers' as family, service as object, item, service, reason, started_at, source_file, source_row
from judged
where verdict = 'deviation'
union all
select 'rising over the months' as family, 'organisation' as object, item, service, reason, started_at, source_file, source_row
from judged
where verdict = 'deviation'
