-- In some services an older promise of availability stands beside the new one, and neither ends.
-- consequences: substance.target-drift, flow.supplier-target-fit, value.warranty-matrix-gap, outcomes.availability-gap
create or replace temp table planted as
with promised as (
    select targets.service
    from targets
    join agreements on agreements.id = targets.agreement and agreements.kind = 'sla'
    join services on services.id = targets.service and services.status = 'live'
    where targets.metric = 'availability_percent'
)
select service as object from promised where draw('contradiction', service) < 0.15 or service = (select min(service) from promised);
insert into targets by name
select targets.* exclude (id, value, requirement), targets.id || '-B' as id, targets.value - 1 as value
from targets
join agreements on agreements.id = targets.agreement and agreements.kind = 'sla'
where
    targets.metric = 'availability_percent'
    and targets.service in (select object from planted)
    and draw('contradiction hit', targets.service) < 2 * $strength;
