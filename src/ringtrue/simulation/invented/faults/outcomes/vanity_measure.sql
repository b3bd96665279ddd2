-- Some services report a figure that is green at all times, while their outcome missed its target. Their other figures change colour.
-- consequences: thread.unclosed-thread, flow.loop-latency
create or replace temp table planted as
with old as (
    select measures.id, measures.service
    from measures
    join services on services.id = measures.service
    where measures.id like '%-7' and services.status = 'live' and services.live_from < timestamp '2025-10-01'
)
select id as object from old where draw('vanity', id) < 0.2 or id = (select min(id) from old);
update measurements
set reported_status = 'green', value = 99.0
where measure in (select object from planted) and draw('vanity hit', measure) < 2 * $strength;
update measurements
set reported_status = 'amber', value = measures.target - 0.6
from measures
where
    measures.id = measurements.measure
    and measures.id like '%-1'
    and replace(measures.id || '!', '-1!', '-7') in (select object from planted)
    and measurements.period_start in (timestamp '2025-12-01', timestamp '2026-02-01', timestamp '2026-05-01');
update measurements
set reported_status = 'amber'
from measures
where
    measures.id = measurements.measure
    and measures.kind <> 'outcome'
    and measures.id not like '%-7'
    and measures.service in (select measures.service from measures where measures.id in (select object from planted))
    and measurements.period_start = timestamp '2025-12-01';
