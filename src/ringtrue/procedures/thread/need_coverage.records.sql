select 'of high importance' as family, coalesce(service, 'organisation') as object, item, service, reason, importance, statement, source_file, source_row
from judged
where verdict = 'deviation' and importance in ('critical', 'high')
union all
select 'of any importance' as family, 'organisation' as object, item, service, reason, importance, statement, source_file, source_row
from judged
where verdict = 'deviation'
