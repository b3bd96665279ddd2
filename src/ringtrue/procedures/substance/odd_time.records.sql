select
    'on the full or half hour' as family,
    coalesce(steps.acting_team, steps.team) as object,
    steps."case" as item,
    steps."at" as resolved_at,
    steps.source_file,
    steps.source_row
from steps
left join automation on automation.actor = steps.actor
where steps.stated_state = 'resolved' and steps.actor is not null and automation.actor is null and minute(steps."at") in (0, 30)
