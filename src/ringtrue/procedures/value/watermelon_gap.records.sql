select
    service as object,
    coalesce(case when role in ('customer', 'user') then role end, 'respondent') as family,
    id as item,
    "case",
    score,
    answered_at,
    source_file,
    source_row
from satisfaction
where not satisfied
