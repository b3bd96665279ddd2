select 'organisation' as object, item, service, reason, facet, statement, source_file, source_row from judged where verdict = 'deviation'
