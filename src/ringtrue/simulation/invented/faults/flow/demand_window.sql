-- To some services three times as much came for six weeks as usual, cases had to wait for days, the biggest desk helped out, and nobody put it on
-- record.
-- consequences: flow.time-drift, flow.queue-share, flow.first-line-share, flow.hop-count, value.watermelon-gap, value.hidden-red, value.lost-time-tail
-- consequences: substance.hidden-reopen, substance.dark-backlog, substance.recategorise, value.sla-experience-link, substance.empty-close
-- consequences: flow.change-incident-ratio, flow.recurrence-rate, substance.clock-stop, substance.copied-notes
create or replace temp table planted as
with busy as (
    select service, count(*) as n
    from cases
    where
        opened_at >= timestamp '2025-10-01'
        and kind <> 'problem'
        and service not in (select service from context_events where service is not null and kind in ('demand', 'campaign', 'migration', 'contract'))
    group by service
)
select service as object from busy where n >= 250 order by draw('demand window', service) limit 2;
create or replace temp table came_too as
with crowded as (
    select
        cases.id,
        cases.resolved_at is not null and cases.state = 'closed' as is_done,
        copies.number,
        to_days(cast(7 * (copies.number - 2) as integer)) as later
    from cases
    cross join (values (0), (1), (3), (4)) as copies (number)
    where
        cases.service in (select object from planted)
        and cases.kind <> 'problem'
        and not cases.major
        and cases.id not in (select "from" from case_links)
        and cases.id not in (select "to" from case_links)
        and cases.opened_at >= timestamp '2026-02-02' + to_days(cast(14 - 7 * (copies.number - 2) as integer))
        and cases.opened_at < timestamp '2026-02-02' + to_days(cast(56 - 7 * (copies.number - 2) as integer))
        and draw('demand window hit', cases.id || copies.number) < least(0.47, 0.94 * $strength)
)
select id, left(id, 3) || '8' || cast(number as varchar) || substr(id, 5) as new_id, later from crowded where is_done;
insert into case_events
select case_events.* replace (came_too.new_id as "case", case_events."at" + came_too.later as "at", case_events.recorded_at + came_too.later as recorded_at)
from case_events
join came_too on came_too.id = case_events."case";
insert into target_runs
select target_runs.* replace (
    came_too.new_id as "case", started_at + came_too.later as started_at, stopped_at + came_too.later as stopped_at, due_at + came_too.later as due_at,
    original_due_at + came_too.later as original_due_at
)
from target_runs
join came_too on came_too.id = target_runs."case";
insert into cases
select cases.* replace (
    came_too.new_id as id,
    'team-desk-berlin' as team,
    cases.title || ' ' || came_too.new_id as title,
    opened_at + came_too.later as opened_at, recorded_at + came_too.later as recorded_at,
    resolved_at + came_too.later as resolved_at, closed_at + came_too.later as closed_at
)
from cases
join came_too on came_too.id = cases.id;
create or replace temp table waited as
select id, to_days(cast(7 + 7 * floor(2 * draw('demand window wait', id)) as integer)) as longer
from cases
where
    service in (select object from planted)
    and kind <> 'problem'
    and not major
    and state = 'closed'
    and opened_at >= timestamp '2026-02-16'
    and opened_at < timestamp '2026-03-30'
    and draw('demand window late', id) < least(0.7, $strength);
update case_events
set "at" = "at" + waited.longer, recorded_at = recorded_at + waited.longer
from waited
where waited.id = case_events."case" and case_events.activity not in ('registered', 'assigned');
update target_runs set stopped_at = stopped_at + waited.longer, state = 'missed', reported_attained = false from waited where waited.id = target_runs."case";
update cases
set resolved_at = resolved_at + waited.longer, closed_at = closed_at + waited.longer, reported_attained = false, breach_reason = 'Too many calls at once'
from waited
where waited.id = cases.id;
update actions
set cause = 'two people were ill at once'
where service in (select object from planted) and raised_at >= timestamp '2026-01-10' and raised_at < timestamp '2026-05-15' and regexp_matches(lower(cause), 'forecast|capacit');
