-- helper
-- What comes in: when, for which service, of which kind; ordinary cases, major incidents and the calls about them. Part by part.
with counted as (
    select number, cast(number as varchar) as key, draw('service', cast(number as varchar)) as mark, draw('arrival', cast(number as varchar)) as moment
    from range(
        cast($cases_a_month * $months * $part // $parts as bigint), cast($cases_a_month * $months * ($part + 1) // $parts as bigint)
    ) as numbers (number)
),
ladder as (
    select
        service, world, calendar, live_from, live_to,
        (sum(demand) over (order by number) - demand) / sum(demand) over () as before
    from service_profiles
    where demand > 0
),
served as (
    select counted.number, counted.key, counted.moment, ladder.* exclude (before)
    from counted
    asof join ladder on counted.mark >= ladder.before
),
placed as (
    select served.*, arrival_slots.starts + cast(floor(3600 * draw('arrival second', served.key)) as bigint) as opened
    from served
    asof join arrival_slots on served.world = arrival_slots.world and served.moment >= arrival_slots.before
),
calls as (
    select
        major_plans.number, major_plans.service || ' major' || case when place > 0 then ' ' || cast(place as varchar) else '' end as key,
        major_plans.service,
        case
            when place = 0 then major_plans.opened
            else major_plans.opened + 60 + cast(floor(0.7 * major_plans.lasted * draw('call', major_plans.service || ' ' || cast(place as varchar))) as bigint)
        end as opened,
        major_plans.opened + major_plans.lasted + case when place > 0 then 20 + 7 * place else 0 end as ended,
        case when place > 0 then major_plans.service || ' major' end as parent
    from major_plans
    join range(20) as places (place) on place <= major_plans.children
    where $part = 0
)
select key, service, world, calendar, opened, cast(null as bigint) as lasts, cast(null as varchar) as parent, false as is_major
from placed
where opened >= epoch(coalesce(live_from, $begins)) and opened < epoch(coalesce(live_to, $ends))
union all
select key, service, 'always', 'always', opened, ended - opened, parent, parent is null
from calls
