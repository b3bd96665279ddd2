-- kept
-- Every moment at which a person took a case to resolved, or closed it without that: by the team that acted, with the minute of the hour,
-- whether it lies in the later half of the team's stamps, and whether outside its roster (NULL: no roster is known). What automation resolves is left out.
with stamps as (
    select
        coalesce(steps.acting_team, steps.team) as team,
        steps."case",
        steps.step,
        steps."at",
        minute((steps."at" at time zone 'UTC') at time zone audit_period.zone) as minute,
        steps.source_file,
        steps.source_row
    from steps
    cross join audit_period
    left join automation on automation.actor = steps.actor
    where
        steps.stated_state in ('resolved', 'closed')
        and coalesce(steps.previous_state, 'new') not in ('resolved', 'closed', 'cancelled')
        and steps.actor is not null
        and automation.actor is null
        and coalesce(steps.acting_team, steps.team) is not null
),
rosters as (
    select id as team, calendar from parties where calendar in (select calendar from open_hours)
),
inside as (
    select distinct stamps."case", stamps.step
    from stamps
    join rosters on rosters.team = stamps.team
    join open_hours on open_hours.calendar = rosters.calendar and open_hours.day = cast(stamps."at" as date)
    where stamps."at" >= open_hours.starts_at and stamps."at" <= open_hours.ends_at and open_hours.starts_at < open_hours.ends_at
)
select
    stamps.*,
    cases.service,
    2 * row_number() over (partition by stamps.team order by stamps."at", stamps."case", stamps.step)
        > count(*) over (partition by stamps.team) as is_later,
    case when rosters.team is not null then inside.step is null end as is_outside
from stamps
join cases on cases.id = stamps."case"
left join rosters on rosters.team = stamps.team
left join inside on inside."case" = stamps."case" and inside.step = stamps.step
