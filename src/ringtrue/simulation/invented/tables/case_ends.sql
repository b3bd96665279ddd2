-- helper
-- Where each case stands when the data end.
select
    "case",
    arg_max(state, sequence) filter (where state is not null) as state,
    arg_max(team, sequence) filter (where team is not null) as team,
    arg_max(actor, sequence) filter (where acting_team is not null and activity <> 'closed') as assignee,
    max("at") filter (where activity = 'resolved') as resolved_at,
    max("at") filter (where activity = 'closed') as closed_at,
    arg_max(actor, sequence) filter (where activity = 'closed') as closed_by,
    count(*) filter (where activity = 'reopened') as reopenings,
    count(distinct team) as teams,
    count(*) filter (where activity = 'assigned') as assignments
from case_events
group by "case"
