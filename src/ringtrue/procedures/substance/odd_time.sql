with stamps as (
    select
        coalesce(steps.acting_team, steps.team) as team,
        steps."at",
        minute(steps."at") as minute,
        row_number() over (partition by coalesce(steps.acting_team, steps.team) order by steps."at", steps."case") as place,
        count(*) over (partition by coalesce(steps.acting_team, steps.team)) as total
    from steps
    left join automation on automation.actor = steps.actor
    where
        steps.stated_state = 'resolved'
        and steps.actor is not null
        and automation.actor is null
        and coalesce(steps.acting_team, steps.team) is not null
),
grain as (
    select 2.0 / count(distinct minute) as expected from stamps
),
rosters as (
    select id as team, calendar from parties where calendar in (select calendar from open_hours)
),
inside as (
    select distinct stamps.team, stamps.place
    from stamps
    join rosters on rosters.team = stamps.team
    join open_hours on open_hours.calendar = rosters.calendar and open_hours.day = cast(stamps."at" as date)
    where stamps."at" >= open_hours.starts_at and stamps."at" <= open_hours.ends_at
)
select
    'on the full or half hour' as family,
    stamps.team as object,
    count(*) as n,
    count(*) filter (where stamps.minute in (0, 30)) as deviations,
    any_value(grain.expected) as expected,
    null as first_n,
    null as first_deviations,
    null as second_n,
    null as second_deviations
from stamps
cross join grain
group by stamps.team
union all
select
    'outside its hours' as family,
    stamps.team as object,
    null as n,
    null as deviations,
    null as expected,
    count(*) filter (where 2 * stamps.place <= stamps.total) as first_n,
    count(*) filter (where 2 * stamps.place <= stamps.total and inside.place is null) as first_deviations,
    count(*) filter (where 2 * stamps.place > stamps.total) as second_n,
    count(*) filter (where 2 * stamps.place > stamps.total and inside.place is null) as second_deviations
from stamps
join rosters on rosters.team = stamps.team
left join inside on inside.team = stamps.team and inside.place = stamps.place
group by stamps.team
order by 1, 2
