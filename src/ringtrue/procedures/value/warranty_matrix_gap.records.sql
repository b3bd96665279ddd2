select facet as family, service as object, item, service, reason, cell, last_tested, source_file, source_row
from judged
where verdict = 'deviation'
