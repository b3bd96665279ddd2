-- In some services cases are finished, or recorded as finished, just before their time is up.
create or replace temp table planted as
with crowded as (
    select cases.service, count(*) as near
    from cases
    join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
    where
        cases.opened_at >= timestamp '2025-10-01'
        and cases.priority = '4'
        and cases.elapsed_minutes between 0.5 * target_minutes.minutes and 2 * target_minutes.minutes
    group by cases.service
    having count(*) >= 100
)
select service as object from crowded order by near desc, service limit 2;
create or replace temp table hurried as
with near as (
    select
        cases.id,
        cases.resolved_at,
        target_minutes.calendar,
        target_minutes.minutes,
        case_times.began + cast(floor(60 * target_minutes.minutes * (0.93 + 0.069 * draw('threshold-bunching to', cases.id))) as bigint) as ended
    from cases
    join case_names on case_names.id = cases.id
    join case_times on case_times.key = case_names.key
    join case_plans on case_plans.key = case_names.key
    join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
    where
        cases.service in (select object from planted)
        and cases.state = 'closed'
        and cases.reopen_count = 0
        and case_plans.wait = 0
        and not case_plans.waits_for_supplier
        and not case_plans.is_massive
        and (
            (cases.elapsed_minutes > target_minutes.minutes and cases.elapsed_minutes < 1.6 * target_minutes.minutes
                and draw('threshold-bunching hit', cases.id) < $strength)
            or (cases.elapsed_minutes > 0.35 * target_minutes.minutes and cases.elapsed_minutes < 0.9 * target_minutes.minutes
                and draw('threshold-bunching hit', cases.id) < 1.1 * $strength)
        )
)
select
    near.id,
    near.resolved_at as old_resolved_at,
    near.ended,
    near.minutes,
    make_timestamp(cast(open_spans.starts + near.ended - open_spans.before as bigint) * 1000000) as new_resolved_at
from near
asof join open_spans on near.calendar = open_spans.calendar and near.ended >= open_spans.before;
delete from hurried where new_resolved_at > timestamp '2026-09-25';
delete from case_events
using hurried
where case_events."case" = hurried.id and case_events.activity in ('note', 'field_changed') and case_events."at" >= hurried.new_resolved_at;
update case_events
set
    "at" = case_events."at" + (hurried.new_resolved_at - hurried.old_resolved_at),
    recorded_at = case_events.recorded_at + (hurried.new_resolved_at - hurried.old_resolved_at)
from hurried
where case_events."case" = hurried.id and case_events.activity in ('resolved', 'confirmed', 'closed');
update target_runs
set
    stopped_at = hurried.new_resolved_at, state = 'met', reported_attained = true,
    elapsed_minutes = round((hurried.ended - case_times.began) / 60.0, 2)
from hurried
join case_names on case_names.id = hurried.id
join case_times on case_times.key = case_names.key
where target_runs."case" = hurried.id;
update cases
set
    resolved_at = hurried.new_resolved_at, closed_at = cases.closed_at + (hurried.new_resolved_at - hurried.old_resolved_at), breach_reason = null,
    reported_attained = true, elapsed_minutes = round((hurried.ended - case_times.began) / 60.0, 2)
from hurried
join case_names on case_names.id = hurried.id
join case_times on case_times.key = case_names.key
where cases.id = hurried.id;
