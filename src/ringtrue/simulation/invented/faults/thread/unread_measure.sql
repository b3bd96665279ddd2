-- Some measures of critical services are on the list, and nobody has read them for months.
-- consequences: outcomes.outcome-coverage, thread.unclosed-thread, value.warranty-matrix-gap, outcomes.kpi-outcome-share, outcomes.vanity-measure
create or replace temp table planted as
select service_people.service as object
from service_people
join services on services.id = service_people.service
where services.criticality = 'critical' and services.live_from < timestamp '2026-01-01'
order by draw('unread', service_people.service), service_people.service
limit greatest(1, (select count(*) // 14 from service_people));
create or replace temp table unread as
select id
from measures
where
    service in (select object from planted)
    and (draw('unread hit', id) < 0.6 * $strength or (id like '%-4' and draw('unread hit', service) < 2 * $strength));
delete from measurements where measure in (select id from unread) and period_start >= timestamp '2026-03-01';
