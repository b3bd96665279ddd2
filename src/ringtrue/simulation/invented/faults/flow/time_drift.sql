-- One category of cases takes longer month by month: more and more of them lie for a day or a week before work begins.
-- consequences: flow.queue-share, value.watermelon-gap, value.hidden-red, value.lost-time-tail, value.sla-experience-link, substance.clock-stop
-- consequences: flow.demand-window, substance.hidden-reopen, substance.emergency-share
create or replace temp table planted as
select category as object
from cases
where kind in ('incident', 'request') and opened_at >= timestamp '2025-10-01' and category is not null
group by category
having count(*) >= 1700
order by draw('time drift', category)
limit 1;
create or replace temp table lay as
select
    id,
    to_days(case when draw('time drift days', id) < 0.5 and isodow(resolved_at) <= 4 and isodow(opened_at) <= 4 then 1 else 7 end) as longer
from cases
where
    category in (select object from planted)
    and kind <> 'problem'
    and not major
    and state in ('resolved', 'closed')
    and reopen_count = 0
    and opened_at >= timestamp '2025-10-01'
    and draw('time drift hit', id) < least(0.85, 1.7 * $strength) * (epoch(opened_at) - epoch(timestamp '2025-10-01')) / (365 * 86400.0);
update case_events
set "at" = "at" + lay.longer, recorded_at = recorded_at + lay.longer
from lay
where lay.id = case_events."case" and case_events.activity not in ('registered', 'assigned');
update target_runs set stopped_at = stopped_at + lay.longer, state = 'missed', reported_attained = false from lay where lay.id = target_runs."case";
update cases
set
    resolved_at = resolved_at + lay.longer, closed_at = closed_at + lay.longer, reported_attained = false,
    breach_reason = coalesce(breach_reason, 'Too many calls at once')
from lay
where lay.id = cases.id;
create or replace temp table still_open as
select id from cases where id in (select id from lay) and resolved_at >= timestamp '2026-10-01';
delete from case_events
where
    "case" in (select id from lay)
    and ("at" >= timestamp '2026-10-01' or ("case" in (select id from still_open) and activity in ('resolved', 'confirmed', 'closed')));
update target_runs set stopped_at = null, state = 'running', elapsed_minutes = null, paused_minutes = null, reported_attained = null
where "case" in (select id from still_open);
update cases
set
    state = 'in_progress', resolved_at = null, closed_at = null, closed_by = null, close_code = null, close_note = null, breach_reason = null,
    elapsed_minutes = null, reported_attained = null
where id in (select id from still_open);
update cases
set state = 'resolved', closed_at = null, closed_by = null
where id in (select id from lay) and closed_at >= timestamp '2026-10-01';
