select 'of a critical service' as family, service as object, item, service, reason, facet, statement, source_file, source_row
from judged
where verdict = 'deviation' and service is not null
union all
select 'of all services' as family, 'organisation' as object, item, service, reason, facet, statement, source_file, source_row
from judged
where verdict = 'deviation'
