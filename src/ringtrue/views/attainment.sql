-- kept
-- The cases of each service that can be held against an agreed time: recomputed from their history where that is possible, else as reported.
select
    "case",
    service,
    kind,
    priority,
    customer,
    site,
    coalesce(attained, case when not has_history then reported_attained end, case when target is null then reported_attained end)
        as attained,
    case
        when attained is not null then 'recomputed'
        when reported_attained is not null and (not has_history or target is null) then 'reported'
    end as basis,
    attainment_target,
    opened_at,
    coalesce(ended_at, opened_at) as "at",
    source_file,
    source_row
from case_clock
