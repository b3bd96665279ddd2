-- How the tool timed each case against the time agreed: the seconds of the service's hours, without the pauses.
with run as (
    select
        case_plans.*,
        case_names.id,
        case_times.began,
        case_times.first_end,
        coalesce(case_times.began_again - case_times.first_end, 0) + case_plans.wait as paused,
        case_ends.state as stands,
        case when case_ends.state in ('resolved', 'closed') then case_ends.resolved_at end as resolved_at
    from case_plans
    join case_names on case_names.key = case_plans.key
    join case_times on case_times.key = case_plans.key
    join case_ends on case_ends."case" = case_names.id
),
due as (
    select run.*, open_spans.starts + began + 60 * target_minutes - open_spans.before as original_due
    from run
    asof join open_spans on run.calendar = open_spans.calendar and run.began + 60 * run.target_minutes >= open_spans.before
),
moved as (
    select due.*, open_spans.starts + began + paused + 60 * target_minutes - open_spans.before as moved_due
    from due
    asof join open_spans on due.calendar = open_spans.calendar and due.began + due.paused + 60 * due.target_minutes >= open_spans.before
)
select
    moved.id as "case",
    target_minutes.target,
    'resolution_minutes' as metric,
    make_timestamp(moved.opened * 1000000) as started_at,
    moved.resolved_at as stopped_at,
    make_timestamp(cast(case when moved.resolved_at is null then original_due else moved_due end as bigint) * 1000000) as due_at,
    make_timestamp(cast(original_due as bigint) * 1000000) as original_due_at,
    case when moved.resolved_at is not null then round(moved.work / 60.0, 2) end as elapsed_minutes,
    case when moved.resolved_at is not null then round(moved.paused / 60.0, 2) end as paused_minutes,
    case
        when moved.stands = 'cancelled' then 'cancelled'
        when moved.resolved_at is not null then case when moved.work <= 60 * moved.target_minutes then 'met' else 'missed' end
        when moved.stands like 'waiting_user' then 'paused'
        else 'running'
    end as state,
    case when moved.resolved_at is not null then moved.work <= 60 * moved.target_minutes end as reported_attained
from moved
join target_minutes on target_minutes.service = moved.service and target_minutes.priority = cast(moved.priority as varchar)
order by "case"
