-- The owners of some services wrote requirements themselves and approved them themselves; no customer asked for them or accepted them.
-- consequences: outcomes.outcome-coverage
create or replace temp table planted as
select service as object
from service_people
order by draw('provenance', service), service
limit greatest(1, (select count(*) // 10 from service_people));
update requirements
set source_party = services.owner
from services
where
    services.id = requirements.service
    and requirements.service in (select object from planted)
    and draw('provenance hit', requirements.id) < least(1, 1.3 * $strength);
update approvals
set approver = services.owner
from requirements
join services on services.id = requirements.service
where
    approvals.object_kind = 'requirement'
    and approvals.object = requirements.id
    and requirements.source_party = services.owner
    and requirements.service in (select object from planted);
