-- Critical services have requirements that only say "fast" or "adequate", without a number.
-- consequences: thread.unclosed-thread, outcomes.outcome-coverage, value.warranty-matrix-gap, substance.contradicting-target
create or replace temp table planted as
select service_people.service as object
from service_people
join services on services.id = service_people.service
where services.criticality = 'critical'
order by draw('unmeasurable', service_people.service), service_people.service
limit greatest(1, (select count(*) // 14 from service_people));
create or replace temp table vague as
select id
from requirements
where
    service in (select object from planted)
    and (draw('unmeasurable hit', id) < 0.6 * $strength or (id like '%-4' and draw('unmeasurable hit', service) < 2 * $strength));
update requirements
set
    statement = pick('unmeasurable words', id, [
        'The service is fast and user friendly.', 'Die Antwort kommt möglichst zeitnah.', 'Le service est rapide et convivial.',
        'El servicio responde lo antes posible.', 'Capacity is adequate at all times.', 'The service is state of the art.'
    ]),
    metric = null,
    operator = null,
    target = null,
    unit = null
where id in (select id from vague);
update targets set requirement = null where requirement in (select id from vague);
delete from trace_links where from_kind = 'requirement' and to_kind = 'target' and "from" in (select id from vague);
