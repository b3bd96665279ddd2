-- Some services have a second customer with agreed times of its own.
insert into agreements by name
select
    agreements.* replace (agreements.id || '-B' as id, 'unit-' || lpad(cast(1 + (cast(right(agreements.customer, 2) as integer) + 3) % 10 as varchar), 2, '0') as customer)
from agreements
join services on services.id = agreements.service and services.status = 'live'
where agreements.kind = 'sla' and draw('second customer', agreements.service) < 0.25
    and agreements.service not in (select depends_on from service_dependencies where kind = 'service');
insert into targets by name
select targets.* replace (targets.id || '-B' as id, targets.agreement || '-B' as agreement, targets.value * 1.5 as value, null as requirement, null as valid_to)
from targets
where targets.metric = 'resolution_minutes' and targets.valid_from < timestamp '2025-10-01' and targets.agreement || '-B' in (select id from agreements);
