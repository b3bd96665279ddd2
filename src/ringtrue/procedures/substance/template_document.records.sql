select
    case when is_demanded then 'that clauses demand' else 'that no clause demands' end as family,
    case when is_demanded then item else 'organisation' end as object,
    item,
    service,
    reason,
    title,
    kind,
    words,
    placeholders,
    same_documents,
    source_file,
    source_row
from judged
where verdict = 'deviation'
