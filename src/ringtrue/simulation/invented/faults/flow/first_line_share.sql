-- In some services the first team passes on what it used to resolve itself.
-- consequences: flow.hop-count, flow.ping-pong, flow.queue-share
create or replace temp table planted as
select service as object from cases
where kind = 'incident' and resolved_at >= timestamp '2025-10-01' group by service having count(*) >= 150
order by draw('first-line', service) limit 2;
create or replace temp table single as
select case_events."case", min(case_events.team) as team, min(cases.service) as service
from case_events
join cases on cases.id = case_events."case" and cases.service in (select object from planted)
group by case_events."case"
having count(distinct case_events.team) = 1 and draw('first-line hit', case_events."case") < 0.9 * $strength;
update case_events set team = others.other, acting_team = others.other
from (
    select single."case", (select min(id) from teams where world <> 'desk' and id <> single.team) as other from single
) as others
where others."case" = case_events."case" and case_events.activity in ('resolved', 'confirmed', 'closed');
