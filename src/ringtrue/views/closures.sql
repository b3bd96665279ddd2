-- Every closing of a case, and whether it was made by a person or by the clock.
select closings.*, automation.actor is not null as is_automatic
from closings
left join automation on automation.actor = coalesce(closings.closed_by, '')
