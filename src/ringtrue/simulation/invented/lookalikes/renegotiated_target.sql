-- Some customers agreed on a longer time for the least urgent cases, signed it, and the new target holds from then on.
create or replace temp table renegotiated as
select targets.id, targets.service, agreements.signed_by, agreements.id as agreement
from targets
join agreements on agreements.id = targets.agreement
where
    targets.metric = 'resolution_minutes' and targets.priority = '4' and agreements.kind = 'sla' and draw('renegotiated', targets.service) < 0.2
    and targets.valid_from < timestamp '2025-10-01' and agreements.valid_to is null
    and targets.service not in (select depends_on from service_dependencies where kind = 'service');
insert into targets by name
select
    targets.* replace (
        targets.id || '-2026' as id,
        targets.value * 1.25 as value,
        timestamp '2026-02-02 00:00:00' as valid_from,
        timestamp '2026-01-28 12:00:00' as recorded_at
    )
from targets
join renegotiated on renegotiated.id = targets.id;
update targets
set valid_to = timestamp '2026-02-02 00:00:00'
where id in (select id from renegotiated);
insert into approvals by name
select
    'APR-' || renegotiated.id || '-2026' as id,
    'target' as object_kind,
    renegotiated.id || '-2026' as object,
    services.owner as requester,
    customers.party as approver,
    'approved' as decision,
    timestamp '2026-01-26 08:00:00' + to_hours(cast(48 * draw('renegotiated when', renegotiated.id) as integer)) as decided_at,
    timestamp '2026-01-26 09:00:00' + to_hours(cast(48 * draw('renegotiated when', renegotiated.id) as integer)) as recorded_at
from renegotiated
join services on services.id = renegotiated.service
join owner_terms as customers
    on customers.service = renegotiated.service and customers.role = 'customer'
    and customers.since < timestamp '2026-01-26' and customers.until > timestamp '2026-01-29';
