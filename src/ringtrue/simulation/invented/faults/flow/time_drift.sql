-- One category of cases takes longer month by month: more and more of them lie for a week before work begins.
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
select id
from cases
where
    category in (select object from planted)
    and kind <> 'problem'
    and not major
    and state = 'closed'
    and opened_at >= timestamp '2025-10-01'
    and resolved_at < timestamp '2026-09-22'
    and draw('time drift hit', id) < 1.2 * $strength * (epoch(opened_at) - epoch(timestamp '2025-10-01')) / (365 * 86400.0);
update case_events
set "at" = "at" + interval 7 day, recorded_at = recorded_at + interval 7 day
from lay
where lay.id = case_events."case" and case_events.activity not in ('registered', 'assigned');
update target_runs set stopped_at = stopped_at + interval 7 day, state = 'missed', reported_attained = false from lay where lay.id = target_runs."case";
update cases
set
    resolved_at = resolved_at + interval 7 day, closed_at = closed_at + interval 7 day, reported_attained = false,
    breach_reason = coalesce(breach_reason, 'Too many calls at once')
from lay
where lay.id = cases.id;
