-- Every assignment of a role, with what is known of its party: whose side it is on, whether it has left. A service of NULL means every service.
select
    role_assignments.party,
    role_assignments.role,
    role_assignments.service,
    role_assignments.process,
    role_assignments.duty,
    role_assignments.valid_from,
    role_assignments.valid_to,
    parties.kind,
    parties.parent,
    parties.provider_side,
    parties.active_to as gone_at,
    role_assignments.source_file,
    role_assignments.source_row
from role_assignments
left join parties on parties.id = role_assignments.party
