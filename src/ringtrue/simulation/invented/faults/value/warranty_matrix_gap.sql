-- Some critical services were last tested years ago, or are no longer measured, in their capacity, security and continuity.
-- consequences: thread.unread-measure, thread.unclosed-thread, outcomes.orphan-kpi
create or replace temp table planted as
select id as object
from services
where
    criticality = 'critical'
    and status = 'live'
    and (draw('warranty gap', id) < 0.3 or id = (select min(id) from services where criticality = 'critical' and status = 'live'));
update requirements
set tested_at = timestamp '2022-05-04 09:00:00'
where
    service in (select object from planted)
    and facet in ('availability', 'capacity', 'security', 'continuity')
    and draw('warranty gap untested', id) < 1.2 * $strength;
delete from measurements
where
    measure in (
        select measures.id
        from measures
        join requirements on list_contains(measures.requirements, requirements.id)
        where
            requirements.service in (select object from planted)
            and requirements.facet in ('capacity', 'security', 'continuity')
            and draw('warranty gap unmeasured', requirements.id) < 0.4 * $strength
    );
