-- The times at which a case waited for somebody else, or stood resolved or closed before it was taken up again. They never overlap.
select
    state_runs."case",
    state_runs.state,
    state_runs.raw_state,
    state_runs.starts_step,
    state_runs.ends_step,
    state_runs.starts_at,
    coalesce(state_runs.ends_at, audit_period.as_of) as ends_at,
    state_runs.ends_at is null as is_open,
    state_runs.started_by,
    state_runs.ended_by,
    state_runs.started_by_team,
    state_runs.team,
    state_runs.source_file,
    state_runs.source_row
from state_runs
cross join audit_period
where
    state_runs.state in ('waiting_user', 'waiting_supplier', 'waiting_change', 'waiting_other')
    or (state_runs.state in ('resolved', 'closed') and state_runs.ends_at is not null)
