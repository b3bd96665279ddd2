-- kept
-- The times at which a case waited for somebody else, or stood resolved or closed before it was taken up again, each without a break. They
-- never overlap. started_by and ended_by are the actors of the events at both ends.
with standing as (
    select unnest(['waiting_user', 'waiting_supplier', 'waiting_change', 'waiting_other', 'resolved', 'closed']) as state
),
turns as (
    -- What begins such a time, and what ends one.
    select "case", step, "at", state, raw_state, actor, acting_team, team, source_file, source_row
    from steps
    where
        stated_state is not null
        and (previous_state is null or previous_state <> state)
        and (state in (select state from standing) or previous_state in (select state from standing))
),
runs as (
    select
        "case",
        state,
        raw_state,
        step as starts_step,
        lead(step) over (partition by "case" order by step) as ends_step,
        "at" as starts_at,
        lead("at") over (partition by "case" order by step) as ended_at,
        actor as started_by,
        lead(actor) over (partition by "case" order by step) as ended_by,
        acting_team as started_by_team,
        team,
        source_file,
        source_row
    from turns
)
select
    runs."case",
    runs.state,
    runs.raw_state,
    runs.starts_step,
    runs.ends_step,
    runs.starts_at,
    coalesce(runs.ended_at, audit_period.as_of) as ends_at,
    runs.ended_at is null as is_open,
    runs.started_by,
    runs.ended_by,
    runs.started_by_team,
    runs.team,
    runs.source_file,
    runs.source_row
from runs
cross join audit_period
where
    runs.state in (select state from standing)
    and (runs.state not in ('resolved', 'closed') or runs.ended_at is not null)
