-- Some problems are marked as resolved, and their incidents go on as before.
create or replace temp table mended as
with linked as (
    select case_links."to" as problem, case_links."from" as incident from case_links where kind = 'problem_of'
    union
    select case_links."from" as problem, case_links."to" as incident from case_links where kind = 'problem_of'
)
select problems.id as problem, incidents.service, mode(incidents.configuration_item) as item, min(problems.resolved_at) as fixed_at
from cases as problems
join linked on linked.problem = problems.id
join cases as incidents on incidents.id = linked.incident
where problems.kind = 'problem' and problems.resolved_at between timestamp '2026-01-01' and timestamp '2026-07-10'
group by problems.id, incidents.service;
create or replace temp table before as
select mended.problem, mended.fixed_at, cases.id
from cases
join mended on mended.service = cases.service and mended.item = cases.configuration_item
where
    cases.kind = 'incident' and cases.state = 'closed'
    and cases.opened_at >= mended.fixed_at - interval 84 day and cases.opened_at < mended.fixed_at;
create or replace temp table planted as
select problem as object from before group by problem having count(*) >= 30 order by draw('recurrence', problem) limit 2;
create or replace temp table again as
select before.id, replace(before.id, 'INC', 'INC8' || cast(copies.number as varchar)) as new_id, to_days(cast(84 * copies.number as integer)) as later
from before
cross join (values (1), (2)) as copies (number)
where before.problem in (select object from planted) and draw('recurrence hit', before.id || copies.number) < 2 * $strength;
insert into case_events
select case_events.* replace (again.new_id as "case", "at" + later as "at", recorded_at + later as recorded_at)
from case_events join again on again.id = case_events."case"
where "at" + later < timestamp '2026-10-01';
insert into cases
select cases.* replace (
    again.new_id as id, opened_at + later as opened_at, recorded_at + later as recorded_at, resolved_at + later as resolved_at, closed_at + later as closed_at
)
from cases join again on again.id = cases.id
where opened_at + later < timestamp '2026-10-01';
