-- helper
-- Everything that happens to the cases, in order: when by the hours of the service (cum: open seconds) or by the clock (wall), and
-- what. Who acts is a member of the acting team, unless somebody is named.
with passed as (
    select
        case_phases.*,
        lag(case_phases.team) over (partition by case_phases.key order by case_phases.place) as former,
        case_plans.calendar,
        case_times.began,
        case_plans.first_work,
        case_plans.wait,
        case_plans.d
    from case_phases
    join case_plans on case_plans.key = case_phases.key
    join case_times on case_times.key = case_phases.key
),
last_stay as (
    select *, touched + (first_work - touched) * (0.25 + 0.25 * die(d, 4) / 256.0) as midway from passed where is_last
),
first_stay as (
    select * from passed where place = 0
),
plans as (
    select case_plans.*, case_times.began, case_times.first_end, case_times.reopened, case_times.began_again, case_times.last_end, case_times.resolved,
        case_times.closed, case_times.by_hand, case_times.is_confirmed, last_stay.team as last_team, last_stay.midway
    from case_plans
    join case_times on case_times.key = case_plans.key
    left join last_stay on last_stay.key = case_plans.key
),
lowered as (
    select passed.*, plans.priority, plans.midway, cast(floor(plans.first_work * draw('lowered', plans.key)) as bigint) as lowered_at
    from passed
    join plans on plans.key = passed.key
    where plans.was_lowered
),
steps as (
    select
        key, calendar, 0 as sequence, null as cum, opened as wall, 'registered' as activity, 'new' as state, null as team,
        case when die(d, 5) < 110 then way[1] end as acting_team, case when die(d, 5) < 110 then null else 'requester' end as actor,
        null as field, null as old, null as new, null as says
    from plans
    union all
    select key, calendar, 1 + place * 10, began + case when place = 0 then least(touched, 5 + die(d, 6) % 16) else starts end, null,
        'assigned', 'assigned', team, former, null, null, null, null, null
    from passed
    union all
    select key, calendar, 2 + place * 10, began + touched, null, 'work_started', 'in_progress', team, team, null, null, null, null, null
    from passed
    union all
    select key, calendar, 3, began + least(touched + 45, ends), null, 'field_changed', null, null, team, null, 'priority', cast(priority + 1 as varchar), cast(priority as varchar), null
    from (select first_stay.*, plans.priority from first_stay join plans on plans.key = first_stay.key where plans.was_raised and plans.priority < 4)
    union all
    select key, calendar, 3, began + lowered_at + case when lowered_at > midway then wait else 0 end, null, 'field_changed', null, null, team, null, 'priority',
        cast(priority - 1 as varchar), cast(priority as varchar), case when die(d, 7) < 80 then 'workaround' end
    from lowered
    where lowered_at >= starts and lowered_at < ends
    union all
    select key, calendar, 90, began + cast(floor(0.5 * (touched + midway)) as bigint), null, 'note', null, null, team, null, null, null, null, 'act'
    from last_stay
    where die(d, 7) < 120
    union all
    select key, calendar, 91, began + cast(floor(midway) as bigint), null, 'message_to_user', null, null, team, null, null, null, null, 'ask'
    from last_stay
    where wait > 0
    union all
    select key, calendar, 92, began + cast(floor(midway) as bigint), null, 'waiting', 'waiting_user', null, team, null, null, null, null, null
    from last_stay
    where wait > 0
    union all
    select key, calendar, 93, began + cast(floor(midway) as bigint) + wait - least(wait // 2, 60 + 5 * die(d, 3)), null, 'reply_from_user', null, null, null, 'requester', null, null, null, 'reply'
    from last_stay
    where wait > 0
    union all
    select key, calendar, 94, began + cast(floor(midway) as bigint) + wait, null, 'resumed', 'in_progress', null, team, null, null, null, null, null
    from last_stay
    where wait > 0
    union all
    select key, calendar, 95, began + cast(floor(midway) as bigint), null, 'waiting', 'waiting_supplier', null, last_team, null, null, null, null, 'ordered'
    from plans
    where waits_for_supplier and not is_cancelled
    union all
    select key, calendar, 96, began + cast(floor(midway + 0.5 * (first_work - midway)) as bigint), null, 'resumed', 'in_progress', null, last_team, null, null, null, null, null
    from plans
    where waits_for_supplier and not is_cancelled
    union all
    select key, calendar, 97, null, opened + 15, 'linked', null, null, last_team, null, null, null, null, null
    from plans
    where parent is not null
    union all
    select key, calendar, 98, first_end, null, 'resolved', 'resolved', null, last_team, null, null, null, null, null
    from plans
    where not is_cancelled
    union all
    select key, calendar, 99, null, reopened, 'reopened', 'in_progress', null, null, 'requester', null, null, null, 'reply'
    from plans
    where is_reopened
    union all
    select key, calendar, 100, last_end, null, 'resolved', 'resolved', null, last_team, null, null, null, null, null
    from plans
    where is_reopened
    union all
    select key, calendar, 101, null, resolved + cast(floor(0.5 * (closed - resolved)) as bigint), 'confirmed', null, null, null, 'requester', null, null, null, null
    from plans
    where is_confirmed and not is_cancelled
    union all
    select key, calendar, 102, null, closed, 'closed', 'closed', null, case when by_hand then last_team end, case when by_hand then null else 'automation-closing' end,
        null, null, null, null
    from plans
    where not is_cancelled
    union all
    select key, calendar, 103, null, closed, 'closed', 'cancelled', way[1], way[1], null, null, null, null, null
    from plans
    where is_cancelled
),
timed as (
    select
        steps.* exclude (wall, cum, calendar),
        cast(coalesce(steps.wall, open_spans.starts + steps.cum - open_spans.before) as bigint) as moment
    from steps
    asof left join open_spans on steps.calendar = open_spans.calendar and steps.cum >= open_spans.before
)
select * from timed
union all
select 'problem ' || service, sequence, activity, state, case when sequence = 1 then home_team end, home_team, null, null, null, null, says,
    case sequence
        when 0 then opened when 1 then opened + 600 when 2 then opened + 5400
        when 3 then cast(floor(opened + 0.5 * (coalesce(fixed, cast(epoch($ends) as bigint)) - opened)) as bigint) when 4 then fixed
        else fixed + 400000
    end
from problem_plans
cross join (
    values (0, 'registered', 'new', null), (1, 'assigned', 'assigned', null), (2, 'work_started', 'in_progress', null), (3, 'note', null, 'act'),
        (4, 'resolved', 'resolved', null), (5, 'closed', 'closed', null)
) as stages (sequence, activity, state, says)
where $part = 0 and (sequence < 4 or fixed is not null)
