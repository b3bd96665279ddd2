-- Some owners were away for months and named a deputy, who is on record as such, sat in the reviews and decided.
create or replace temp table away as
select
    services.id as service,
    services.owner,
    min(role_assignments.party) as deputy
from services
join role_assignments on role_assignments.service = services.id and role_assignments.role = 'practitioner' and role_assignments.valid_to is null
where services.status = 'live' and draw('owner away', services.owner) < 0.12
group by services.id, services.owner;
insert into role_assignments by name
select
    deputy as party,
    'service_owner' as role,
    service,
    'A' as duty,
    timestamp '2025-09-15 00:00:00' as valid_from,
    timestamp '2026-10-15 00:00:00' as valid_to
from away;
update reviews
set attendees = list_append(list_filter(reviews.attendees, lambda party: party <> away.owner), away.deputy)
from away
where away.service = reviews.service and reviews.held_at > timestamp '2025-10-01';
update actions
set owner = away.deputy
from away
where away.service = actions.service and actions.raised_at > timestamp '2025-10-01' and actions.owner = away.owner;
update control_records
set approved_by = away.deputy
from away
where away.service = control_records.object and control_records.performed_at > timestamp '2025-10-01';
