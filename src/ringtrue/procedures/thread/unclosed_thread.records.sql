select 'of a critical service cannot be followed as far as a reading' as family, service as object, item, service, reason, importance, statement, suspect, source_file, source_row
from judged
where reason in ('no requirement names it', 'its requirements have no target and no measure')
union all
select 'cannot be followed to the end' as family, 'organisation' as object, item, service, reason, importance, statement, suspect, source_file, source_row
from judged
where verdict = 'deviation'
