-- In some services incidents come thick and fast in the days after changes.
-- consequences: flow.demand-window, flow.recurrence-rate, substance.hidden-reopen, substance.copied-notes, flow.time-drift
create or replace temp table planted as
with busy as (
    select service, count(*) as n
    from cases
    where kind = 'incident' and opened_at >= timestamp '2025-10-01'
    group by service
)
select service as object from busy where n >= 150 order by draw('change incidents', service) limit 3;
create or replace temp table broken as
with lead_times as (
    select
        cases.id,
        weeks.number,
        changes.id as change,
        row_number() over (partition by cases.id, weeks.number order by changes.id) as place
    from cases
    cross join (values (1), (2), (3), (4)) as weeks (number)
    join changes
        on changes.service = cases.service
        and cases.opened_at + to_days(cast(7 * weeks.number as integer)) >= changes.ended_at
        and cases.opened_at + to_days(cast(7 * weeks.number as integer)) < changes.ended_at + interval 72 hour
    where
        cases.service in (select object from planted)
        and cases.kind = 'incident'
        and not cases.major
        and cases.state = 'closed'
        and cases.id not in (select "from" from case_links)
        and cases.id not in (select "to" from case_links)
        and cases.closed_at < timestamp '2026-08-28'
        and changes.ended_at >= timestamp '2025-10-01'
)
select id, left(id, 3) || '7' || cast(number as varchar) || substr(id, 5) as new_id, to_days(cast(7 * number as integer)) as later
from lead_times
where place = 1 and draw('change incidents hit', id || number) < 1.2 * $strength;
insert into case_events
select case_events.* replace (broken.new_id as "case", case_events."at" + broken.later as "at", case_events.recorded_at + broken.later as recorded_at)
from case_events
join broken on broken.id = case_events."case";
insert into target_runs
select target_runs.* replace (
    broken.new_id as "case", started_at + broken.later as started_at, stopped_at + broken.later as stopped_at, due_at + broken.later as due_at,
    original_due_at + broken.later as original_due_at
)
from target_runs
join broken on broken.id = target_runs."case";
insert into cases
select cases.* replace (
    broken.new_id as id, cases.title || ' ' || broken.new_id as title, cases.description || ' ' || broken.new_id as description,
    opened_at + broken.later as opened_at, recorded_at + broken.later as recorded_at, resolved_at + broken.later as resolved_at,
    closed_at + broken.later as closed_at
)
from cases
join broken on broken.id = cases.id;
