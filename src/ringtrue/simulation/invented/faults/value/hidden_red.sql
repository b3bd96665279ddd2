-- One unit of the customer waits weeks longer than agreed for some services, which meet their targets in total.
-- consequences: flow.time-drift, flow.demand-window, substance.dark-backlog, value.lost-time-tail, value.survey-selection
create or replace temp table chosen as
with finished as (
    select
        *,
        kind in ('incident', 'request') and customer is not null and reported_attained and opened_at < timestamp '2026-07-20' as can_be_late
    from cases
    where reported_attained is not null and opened_at >= timestamp '2025-10-01' and service is not null
),
totals as (
    select service, count(*) as n, count(*) filter (where not reported_attained) as missed from finished group by service
),
counted as (
    select finished.service, finished.customer, count(*) filter (where finished.can_be_late) as n
    from finished
    group by finished.service, finished.customer
),
-- The smallest unit that is large enough to be judged, and too small to turn the whole service red.
fitting as (
    select counted.*, row_number() over (partition by counted.service order by counted.n, counted.customer) as place
    from counted
    join totals on totals.service = counted.service
    where counted.n >= 24 and totals.missed + 0.6 * counted.n < 0.09 * totals.n
)
select service, customer
from fitting
where place = 1 and (draw('hidden red', service) < 0.25 or service = (select min(service) from fitting));
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
    and draw('hidden red hit', cases.id) < least(0.55, 1.1 * $strength);
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
