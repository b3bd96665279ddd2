-- kept
-- Every change of the assigned team. Runs of one team are collapsed and an unknown team is skipped. is_return: the work goes back to
-- the team that had passed it on. pair: the two teams, sorted. previous_at, next_at and next_step: of the changes around it.
with changed as (
    select "case", step, "at", previous_team as from_team, team as to_team, source_file, source_row
    from steps
    where team <> previous_team
)
select
    "case",
    step,
    row_number() over (partition by "case" order by step) as hop,
    "at",
    lag("at") over (partition by "case" order by step) as previous_at,
    lead("at") over (partition by "case" order by step) as next_at,
    lead(step) over (partition by "case" order by step) as next_step,
    from_team,
    to_team,
    coalesce(lag(from_team) over (partition by "case" order by step) = to_team, false) as is_return,
    least(from_team, to_team) || '|' || greatest(from_team, to_team) as pair,
    source_file,
    source_row
from changed
