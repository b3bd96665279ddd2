-- kept
-- What the history of a case adds up to: events, teams, hops, returns, reopenings, the path from team to team, and how it ends.
with events as (
    select
        "case",
        count(*) as events,
        min(team) filter (where previous_team is null) as first_team,
        min("at") as first_at,
        max("at") as last_at,
        count(*) filter (
            where previous_state in ('resolved', 'closed') and stated_state not in ('resolved', 'closed', 'cancelled')
        ) as reopenings,
        count(stated_state) > 0 as has_states,
        coalesce(max(step) = max(case when state = 'resolved' then step end), false) as ends_resolved,
        arg_max(raw_state, step) filter (where raw_state is not null) as last_raw_state
    from steps
    group by "case"
),
teams as (
    select "case", count(*) as teams from case_teams group by "case"
),
moves as (
    select
        "case",
        count(*) as hops,
        count(*) filter (where is_return) as returns,
        min(to_team) filter (where next_step is null) as last_team,
        string_agg(to_team, ' > ' order by hop) as later_teams
    from hops
    group by "case"
)
select
    events.*,
    coalesce(moves.last_team, events.first_team) as last_team,
    coalesce(teams.teams, 0) as teams,
    coalesce(moves.hops, 0) as hops,
    coalesce(moves.returns, 0) as returns,
    concat_ws(' > ', events.first_team, moves.later_teams) as path
from events
left join teams on teams."case" = events."case"
left join moves on moves."case" = events."case"
