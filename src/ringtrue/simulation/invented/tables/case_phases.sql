-- helper
-- The stay of each case at each of its teams: from when to when, and when the team first touched it (seconds of work since the beginning).
-- A desk that goes home hands what it has to the next one.
with stays as (
    select
        case_plans.key,
        case_plans.world,
        case_plans.opened,
        case_plans.shift_ends,
        case_plans.next_desk,
        case_plans.hops,
        place,
        case_plans.way[1 + cast(place as integer)] as team,
        case_plans.first_work,
        case
            when place = case_plans.hops then 0
            else cast(floor(least(0.25 * case_plans.first_work, 180 + 1300 * draw_exponential('stay', case_plans.key || ' ' || cast(place as varchar)))) as bigint)
        end as lasts,
        draw('queue', case_plans.key || ' ' || cast(place as varchar)) as lies
    from case_plans
    join range(4) as places (place) on place <= case_plans.hops and not case_plans.is_cancelled
),
spans as (
    select
        *,
        coalesce(sum(lasts) over (partition by key order by place rows between unbounded preceding and 1 preceding), 0) as starts
    from stays
),
whole as (
    select *, case when place = hops then first_work else starts + lasts end as ends from spans
),
touched as (
    select
        *,
        cast(floor(starts + case
            when team like 'team-desk-%' then least((ends - starts) * 0.3, 40 + 500 * lies)
            else (ends - starts) * (0.05 + 0.3 * lies)
        end) as bigint) as touched,
        world = 'always' and place = 0 and team like 'team-desk-%' and opened + ends > shift_ends + 900 and shift_ends > opened + 900 as is_split
    from whole
)
select key, place * 2 as place, team, cast(starts as bigint) as starts, touched,
    case when is_split then cast(floor(shift_ends - opened - 600 * lies) as bigint) else cast(ends as bigint) end as ends,
    place = hops and not is_split as is_last
from touched
union all
select key, place * 2 + 1, next_desk, cast(floor(shift_ends - opened - 600 * lies) as bigint), cast(floor(shift_ends - opened + 60 + 700 * lies) as bigint), cast(ends as bigint),
    place = hops
from touched
where is_split
