-- For the lowest priority of some services a looser share was agreed, and reached: many of these cases take weeks.
create or replace temp table looser as
select id as service from services where status = 'live' and draw('looser target', id) < 0.1;
update targets
set attainment_target = 0.6
where service in (select service from looser) and metric = 'resolution_minutes' and priority = '4' and attainment_target is not null;
create or replace temp table slow_cases as
select cases.id, cases.resolved_at
from cases
join services on services.id = cases.service
where
    cases.service in (select service from looser)
    and cases.priority = '4'
    and cases.kind in ('incident', 'request')
    and cases.reported_attained
    and cases.state in ('resolved', 'closed')
    and draw('looser target hit', cases.id) < 0.3
    and cases.opened_at > (select min(opened_at) from cases) + interval 22 day
    and cases.opened_at > services.live_from + interval 22 day;
update cases
set
    opened_at = opened_at - interval 20 day,
    recorded_at = recorded_at - interval 20 day,
    reported_attained = false,
    breach_reason = 'Part not in stock'
where id in (select id from slow_cases);
update case_events
set "at" = "at" - interval 20 day, recorded_at = recorded_at - interval 20 day
from slow_cases
where slow_cases.id = case_events."case" and case_events."at" < slow_cases.resolved_at;
update target_runs
set started_at = started_at - interval 20 day, state = 'missed', reported_attained = false
where "case" in (select id from slow_cases);
