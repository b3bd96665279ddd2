-- One unit of the customer waits weeks longer than agreed for some services, which meet their targets in total.
-- consequences: flow.time-drift, flow.demand-window, substance.dark-backlog, value.lost-time-tail, value.survey-selection
create or replace temp table chosen as
with counted as (
    select service, customer, count(*) as n, row_number() over (partition by service order by count(*), customer) as place
    from cases
    where
        kind in ('incident', 'request')
        and customer is not null
        and reported_attained
        and opened_at >= timestamp '2025-10-01'
        and opened_at < timestamp '2026-07-20'
    group by service, customer
)
select service, customer
from counted
where
    place = 2
    and n >= 24
    and (draw('hidden red', service) < 0.25 or service = (select min(service) from counted where place = 2 and n >= 24));
create or replace temp table planted as
select service as object from chosen;
create or replace temp table late as
select cases.id, cases.resolved_at
from cases
join chosen on chosen.service = cases.service and chosen.customer = cases.customer
where
    cases.kind in ('incident', 'request')
    and cases.reported_attained
    and cases.opened_at >= timestamp '2025-10-01'
    and cases.opened_at < timestamp '2026-07-20'
    and draw('hidden red hit', cases.id) < least(0.5, 0.9 * $strength);
update cases
set resolved_at = resolved_at + interval 40 day, closed_at = closed_at + interval 40 day, reported_attained = false
where id in (select id from late);
update case_events
set "at" = "at" + interval 40 day, recorded_at = recorded_at + interval 40 day
from late
where late.id = case_events."case" and case_events."at" >= late.resolved_at;
update target_runs
set stopped_at = stopped_at + interval 40 day, state = 'missed', reported_attained = false
where "case" in (select id from late);
