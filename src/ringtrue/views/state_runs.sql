-- kept
-- The time a case stood in one state, without a break. started_by and ended_by are the actors of the events at both ends.
with entered as (
    select "case", step, "at", state, raw_state, actor, acting_team, team, source_file, source_row
    from steps
    where stated_state is not null and (previous_state is null or previous_state <> state)
)
select
    "case",
    state,
    raw_state,
    step as starts_step,
    "at" as starts_at,
    lead(step) over (partition by "case" order by step) as ends_step,
    lead("at") over (partition by "case" order by step) as ends_at,
    actor as started_by,
    lead(actor) over (partition by "case" order by step) as ended_by,
    acting_team as started_by_team,
    team,
    source_file,
    source_row
from entered
