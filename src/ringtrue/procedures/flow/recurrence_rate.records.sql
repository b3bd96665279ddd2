-- The incidents of a problem's trouble that were opened after its fix.
select
    fixed_problems.problem as object,
    incident_keys."case" as item,
    incident_keys.service,
    incident_keys.trouble,
    fixed_problems.fixed_at,
    incident_keys.opened_at,
    incident_keys.source_file,
    incident_keys.source_row
from fixed_problems
join incident_keys
    on incident_keys.trouble = fixed_problems.trouble
    and incident_keys.opened_at > fixed_problems.fixed_at
    and epoch(incident_keys.opened_at) - epoch(fixed_problems.fixed_at) <= least(fixed_problems.days, $most_days) * 86400
where not incident_keys.is_copy
