-- The agreements with the suppliers of some critical services ran out in spring, and nobody renewed them.
-- consequences: flow.supplier-target-fit
create or replace temp table planted as
with bound as (
    select distinct agreements.service
    from agreements
    join services on services.id = agreements.service
    where agreements.kind <> 'sla' and services.status = 'live' and services.criticality in ('critical', 'high')
)
select service as object from bound where draw('unbound', service) < 0.2 or service = (select min(service) from bound);
update agreements
set valid_to = timestamp '2026-04-01 00:00:00'
where kind <> 'sla' and service in (select object from planted) and draw('unbound hit', service) < 2 * $strength;
