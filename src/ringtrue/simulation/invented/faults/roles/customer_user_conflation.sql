-- Some services name as their customer a team of the provider, a shared mailbox, or nobody.
-- consequences: outcomes.ecosystem-gap, outcomes.outcome-coverage, substance.absent-owner, roles.requirement-provenance
create or replace temp table planted as
select service as object
from service_people
where draw('conflation', service) < 0.15 or service = (select min(service) from service_people);
update role_assignments
set
    party = case when draw('conflation how', service) < 0.4 then (select min(id) from parties where kind = 'team') else 'mailbox-service-desk' end,
    valid_from = null,
    valid_to = null
where
    role = 'customer'
    and service in (select object from planted)
    and draw('conflation hit', service) < 2 * $strength
    and draw('conflation how', service) < 0.7;
delete from role_assignments
where
    role = 'customer'
    and service in (select object from planted)
    and draw('conflation hit', service) < 2 * $strength
    and draw('conflation how', service) >= 0.7;
