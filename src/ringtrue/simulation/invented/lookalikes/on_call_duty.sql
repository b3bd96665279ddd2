-- One team has always been on call in the evening, outside its roster.
create or replace temp table evenings as
with chosen as (
    select id from teams where world = 'berlin' order by draw('on call', id) limit 1
)
select cases.id, date_trunc('day', cases.resolved_at) + interval 19 hour + to_seconds(cast(floor(7000 * draw('on call hour', cases.id)) as bigint)) as resolved_at
from cases
join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
where
    cases.team in (select id from chosen)
    and cases.state = 'closed'
    and cases.kind <> 'problem'
    and cases.reopen_count = 0
    and cases.elapsed_minutes < 0.3 * target_minutes.minutes
    and cases.closed_at > cases.resolved_at + interval 1 day
    and draw('on call hit', cases.id) < 0.3;
update case_events
set "at" = evenings.resolved_at, recorded_at = evenings.resolved_at + interval 2 second
from evenings
where case_events."case" = evenings.id and case_events.activity = 'resolved';
delete from case_events where activity = 'confirmed' and "case" in (select id from evenings);
update target_runs set stopped_at = evenings.resolved_at from evenings where target_runs."case" = evenings.id;
update cases set resolved_at = evenings.resolved_at from evenings where cases.id = evenings.id;
