-- kept
-- Every handover of a case from one team to another, and how long the case then lay there untouched: until the first act of the new team,
-- else until it was passed on, else until the case ended or the data end. In minutes, of the new team's roster where it has one, else round
-- the clock. A team acts when the event names it as acting; where events name no acting team, when work starts or waits, when a
-- message is sent, or when the case is resolved or closed while it holds the case.
with acts as (
    select hops."case", hops.step, min(steps."at") as touched_at
    from hops
    join steps
        on steps."case" = hops."case"
        and steps.team = hops.to_team
        and steps.step >= hops.step
        and (hops.next_step is null or steps.step < hops.next_step)
    left join automation on automation.actor = steps.actor
    where
        automation.actor is null
        and (
            steps.acting_team = hops.to_team
            or (
                steps.acting_team is null
                and steps.activity in ('work_started', 'message_to_user', 'waiting', 'resumed', 'resolved', 'closed')
                and steps.step > hops.step
            )
            or (
                steps.acting_team is null
                and steps.stated_state not in ('new', 'assigned')
                and (steps.previous_state is null or steps.previous_state <> steps.stated_state)
            )
        )
    group by hops."case", hops.step
),
lying as (
    select
        hops.*,
        acts.touched_at,
        cases.service,
        least(
            coalesce(acts.touched_at, hops.next_at, cases.resolved_at, cases.closed_at, audit_period.as_of),
            coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)
        ) as until
    from hops
    cross join audit_period
    join cases on cases.id = hops."case"
    left join acts on acts."case" = hops."case" and acts.step = hops.step
),
rosters as (
    select id as team, calendar from parties where calendar in (select calendar from open_hours)
),
in_hours as (
    select
        lying."case",
        lying.step,
        sum(
            greatest(0, epoch(least(lying.until, open_hours.ends_at)) - epoch(greatest(lying."at", open_hours.starts_at)))
        ) / 60.0 as minutes
    from lying
    join rosters on rosters.team = lying.to_team
    join open_hours
        on open_hours.calendar = rosters.calendar
        and open_hours.day >= cast(lying."at" as date)
        and open_hours.day <= cast(lying.until as date)
    group by lying."case", lying.step
)
select
    lying."case",
    lying.step,
    lying.service,
    lying."at",
    lying.pair,
    lying.from_team,
    lying.to_team,
    lying.touched_at,
    (epoch(lying.until) - epoch(lying."at")) / 60.0 as minutes,
    case
        when rosters.team is null then (epoch(lying.until) - epoch(lying."at")) / 60.0
        else coalesce(in_hours.minutes, 0)
    end as minutes_in_hours,
    lying.source_file,
    lying.source_row
from lying
left join rosters on rosters.team = lying.to_team
left join in_hours on in_hours."case" = lying."case" and in_hours.step = lying.step
where lying.until >= lying."at"
