-- In some services trouble that comes back is taken up as a new case, in the same words, instead of being reopened.
-- consequences: substance.empty-close, flow.recurrence-rate
create or replace temp table planted as
with busy as (
    select service from cases where kind = 'incident' and opened_at >= timestamp '2025-10-01' group by service having count(*) >= 200
)
select service as object from busy order by draw('hidden-reopen', service) limit 3;
create or replace temp table returned as
with resolved as (
    select
        id,
        replace(id, 'INC', 'INC9') as new_id,
        to_days(cast(7 * ceil((epoch(resolved_at) - epoch(opened_at) + 3600) / 604800.0) as integer)) as later
    from cases
    where
        service in (select object from planted)
        and kind = 'incident'
        and state = 'closed'
        and not major
        and reopen_count = 0
        and closed_at < timestamp '2026-09-10'
        and id not in (select "from" from case_links)
        and draw('hidden-reopen hit', id) < 0.3 * $strength
)
select * from resolved;
insert into case_events
select case_events.* replace (
    returned.new_id as "case", case_events."at" + returned.later as "at", case_events.recorded_at + returned.later as recorded_at
)
from case_events
join returned on returned.id = case_events."case"
where case_events."at" + returned.later < timestamp '2026-10-01';
insert into target_runs
select target_runs.* replace (
    returned.new_id as "case", started_at + returned.later as started_at, stopped_at + returned.later as stopped_at, due_at + returned.later as due_at,
    original_due_at + returned.later as original_due_at
)
from target_runs
join returned on returned.id = target_runs."case";
insert into cases
select cases.* replace (
    returned.new_id as id, opened_at + returned.later as opened_at, recorded_at + returned.later as recorded_at,
    resolved_at + returned.later as resolved_at, closed_at + returned.later as closed_at
)
from cases
join returned on returned.id = cases.id;
