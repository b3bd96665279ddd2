-- The target for the time of resolution that binds a case by its last priority: the one it is held against.
select "case", target, target_minutes, calendar, pause_states, attainment_target
from bound_targets
where basis = 'last'
