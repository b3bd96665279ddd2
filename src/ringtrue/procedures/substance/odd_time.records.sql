select
    'on the full or half hour' as family,
    team as object,
    "case" as item,
    service,
    "at" as resolved_at,
    source_file,
    source_row
from resolution_stamps
where minute in (0, 30)
union all
select
    'outside its hours' as family,
    team as object,
    "case" as item,
    service,
    "at" as resolved_at,
    source_file,
    source_row
from resolution_stamps
where is_outside and is_later
