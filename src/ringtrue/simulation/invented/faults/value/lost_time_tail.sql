-- In some services incidents are set to waiting for the user, who was asked nothing, for weeks before they are resolved: the agreed clock stands.
-- consequences: substance.clock-stop, flow.time-drift, flow.queue-share, flow.demand-window, value.survey-selection, substance.odd-time
create or replace temp table planted as
select service as object
from (select service, count(*) as n from cases where kind = 'incident' and opened_at >= timestamp '2025-10-01' group by service) as counted
where n >= 60 and (draw('lost time', service) < 0.2 or n = (select max(n) from (
    select count(*) as n from cases where kind = 'incident' and opened_at >= timestamp '2025-10-01' group by service) as counts));
create or replace temp table stalled as
select id, resolved_at
from cases
where
    service in (select object from planted)
    and kind = 'incident'
    and reported_attained
    and state in ('resolved', 'closed')
    and opened_at >= timestamp '2025-09-01'
    and resolved_at < timestamp '2026-08-20'
    and draw('lost time hit', id) < 0.6 * $strength * $strength;
create or replace temp table resolving as
select case_events.*
from case_events
join stalled on stalled.id = case_events."case" and stalled.resolved_at = case_events."at"
where case_events.state = 'resolved';
update cases
set resolved_at = resolved_at + interval 30 day, closed_at = closed_at + interval 30 day
where id in (select id from stalled);
update case_events
set "at" = "at" + interval 30 day, recorded_at = recorded_at + interval 30 day
from stalled
where stalled.id = case_events."case" and case_events."at" >= stalled.resolved_at;
update target_runs
set stopped_at = stopped_at + interval 30 day, paused_minutes = paused_minutes + 30 * 480
where "case" in (select id from stalled);
insert into case_events ("case", "at", sequence, recorded_at, activity, state, actor, team, acting_team)
select "case", "at", sequence, recorded_at, 'waiting', 'waiting_user', actor, team, acting_team from resolving
union all
select "case", "at" + interval 30 day, sequence, recorded_at + interval 30 day, 'resumed', 'in_progress', actor, team, acting_team
from resolving;
