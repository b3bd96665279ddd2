-- Requirements of critical services have neither a target nor a measure any more: the thread from the need ends there.
-- consequences: outcomes.orphan-kpi, outcomes.outcome-coverage, value.warranty-matrix-gap, thread.unmeasurable-requirement, outcomes.kpi-outcome-share
create or replace temp table planted as
select service_people.service as object
from service_people
join services on services.id = service_people.service
where services.criticality = 'critical' and services.live_from < timestamp '2026-01-01'
order by draw('unclosed', service_people.service), service_people.service
limit greatest(1, (select count(*) // 14 from service_people));
create or replace temp table cut_off as
select id
from requirements
where
    service in (select object from planted)
    and (draw('unclosed hit', id) < 0.6 * $strength or (id like '%-1' and draw('unclosed hit', service) < 2 * $strength));
delete from trace_links where from_kind = 'requirement' and "from" in (select id from cut_off);
update targets set requirement = null where requirement in (select id from cut_off);
update measures set requirements = cast([] as varchar[]) where list_has_any(requirements, (select list(id) from cut_off));
