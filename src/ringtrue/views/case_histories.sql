-- kept
-- What the history of a case adds up to: events, teams, hops, returns, reopenings.
with events as (
    select
        "case",
        count(*) as events,
        count(distinct team) as teams,
        arg_min(team, step) filter (where team is not null) as first_team,
        arg_max(team, step) filter (where team is not null) as last_team,
        min("at") as first_at,
        max("at") as last_at,
        count(*) filter (
            where previous_state in ('resolved', 'closed') and stated_state not in ('resolved', 'closed', 'cancelled')
        ) as reopenings
    from steps
    group by "case"
),
moves as (
    select "case", count(*) as hops, count(*) filter (where is_return) as returns from hops group by "case"
)
select events.*, coalesce(moves.hops, 0) as hops, coalesce(moves.returns, 0) as returns
from events
left join moves on moves."case" = events."case"
