-- kept, case by case
-- The history of each case in order. state and team hold from the event until the next one that says otherwise; previous_state and
-- previous_team held just before it. stated_state is the one that the event itself names.
with ordered as (
    select
        "case",
        row_number() over (partition by "case" order by "at", sequence, source_file, source_row) as step,
        "at",
        activity,
        raw_activity,
        state as stated_state,
        raw_state,
        last_value(state ignore nulls) over (
            partition by "case" order by "at", sequence, source_file, source_row rows between unbounded preceding and 1 preceding
        ) as previous_state,
        team,
        last_value(team ignore nulls) over (
            partition by "case" order by "at", sequence, source_file, source_row rows between unbounded preceding and 1 preceding
        ) as previous_team,
        actor,
        acting_team,
        field,
        old,
        new,
        note,
        source_file,
        source_row
    from case_events
)
select
    "case",
    step,
    "at",
    activity,
    raw_activity,
    stated_state,
    raw_state,
    coalesce(stated_state, previous_state) as state,
    previous_state,
    coalesce(team, previous_team) as team,
    previous_team,
    actor,
    acting_team,
    field,
    old,
    new,
    note,
    source_file,
    source_row
from ordered
