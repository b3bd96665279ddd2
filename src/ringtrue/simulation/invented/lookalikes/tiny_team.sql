-- A team of two has nobody else at night: the one who carries out an emergency change approves it, and it is reviewed within two days.
insert into parties by name
select 'team-tiny' as id, 'Night watch' as name, 'team' as kind, 'provider' as parent, true as provider_side, 'always' as calendar
union all
select 'staff-tiny-' || cast(number as varchar), 'Night watch ' || cast(number as varchar), 'person', 'team-tiny', true, null
from range(1, 3) as people (number);
insert into role_assignments by name
select parties.id as party, 'practitioner' as role, services.id as service, 'R' as duty
from parties
join services on services.status = 'live' and draw('tiny team', services.id) < 0.2
where parties.parent = 'team-tiny';
update changes
set implementer = 'staff-tiny-1', reviewed_at = coalesce(reviewed_at, ended_at + interval 30 hour)
where class = 'emergency' and ended_at < timestamp '2026-09-27' and draw('tiny team', service) < 0.2;
update approvals
set approver = 'staff-tiny-1'
from changes
where
    changes.id = approvals.object and changes.implementer = 'staff-tiny-1'
    and approvals.object_kind = 'change';
