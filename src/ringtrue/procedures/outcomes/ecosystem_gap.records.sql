select
    case when criticality in ('critical', 'high') then service else 'organisation' end as object,
    item,
    service,
    reason,
    link,
    criticality,
    found,
    source_file,
    source_row
from judged
where verdict = 'deviation'
