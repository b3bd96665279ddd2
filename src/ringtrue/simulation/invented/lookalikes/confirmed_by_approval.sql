-- The customers of some services confirm their requirements by approving them in the tool, not by a date on the requirement.
create or replace temp table approved_instead as
select requirements.id, requirements.service, requirements.confirmed_at, requirements.source_party
from requirements
where requirements.confirmed_at is not null and draw('confirmed by approval', requirements.service) < 0.15;
insert into approvals (id, object_kind, object, requester, approver, decision, decided_at, recorded_at)
select
    'APR-confirm-' || approved_instead.id,
    'requirement',
    approved_instead.id,
    services.owner,
    approved_instead.source_party,
    'approved',
    approved_instead.confirmed_at,
    approved_instead.confirmed_at + interval 3 minute
from approved_instead
join services on services.id = approved_instead.service;
update requirements set confirmed_at = null where id in (select id from approved_instead);
