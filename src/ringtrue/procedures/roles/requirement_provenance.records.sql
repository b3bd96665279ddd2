select coalesce(service, 'organisation') as object, item, service, reason, facet, statement, source, agreed_at, source_file, source_row
from judged
where reason = 'was set by the provider alone'
