with performed as (
    select
        control_records.id as item,
        control_records.control,
        control_records.object,
        control_records.performed_by as performer,
        control_records.performed_at,
        control_records.source_file,
        control_records.source_row
    from control_records
    union all
    select
        approvals.id as item,
        controls.id as control,
        approvals.object,
        approvals.approver as performer,
        approvals.decided_at as performed_at,
        approvals.source_file,
        approvals.source_row
    from controls
    join control_objects on control_objects.control = controls.id
    join approvals on approvals.object_kind = control_objects.object_kind and approvals.object = control_objects.object
    where regexp_matches(lower(controls.step), '^(approv|authori[sz]|genehmig|freigabe|freigeb|approb|autoris|aprob|autoriz)')
),
placed as (
    select
        performed.*,
        coalesce(services.id, changes.service, cases.service) as service,
        controls.entitled_roles,
        parties.kind,
        parties.parent
    from performed
    cross join audit_period
    join controls on controls.id = performed.control
    left join services on services.id = performed.object
    left join changes on changes.id = performed.object
    left join cases on cases.id = performed.object
    left join (select id, any_value(kind) as kind, any_value(parent) as parent from parties group by id) as parties
        on parties.id = performed.performer
    where performed.performed_at >= audit_period.starts_at and performed.performed_at < audit_period.ends_at
),
holders as (
    select party as performer, party, role, service, valid_from, valid_to from role_holders
    union all
    select members.id as performer, role_holders.party, role_holders.role, role_holders.service, role_holders.valid_from, role_holders.valid_to
    from role_holders
    join parties as members on members.parent = role_holders.party and members.kind = 'person'
    where role_holders.kind = 'team'
),
compared as (
    select
        placed.source_file,
        placed.source_row,
        placed.control,
        holders.role,
        list_contains(placed.entitled_roles, holders.role)
        and (holders.service is null or placed.service is null or holders.service = placed.service)
        and (holders.valid_from is null or cast(holders.valid_from as date) <= cast(placed.performed_at as date))
        and (holders.valid_to is null or cast(holders.valid_to as date) >= cast(placed.performed_at as date)) as is_entitled,
        coalesce((epoch(holders.valid_to) - epoch(holders.valid_from)) / 86400.0 <= $deputy_days, false) as is_delegation
    from placed
    join holders on holders.performer = placed.performer
),
entitlements as (
    select
        source_file,
        source_row,
        control,
        bool_or(is_entitled) as is_entitled,
        bool_or(is_entitled and not is_delegation) as is_lasting,
        string_agg(distinct role, ', ' order by role) as roles_held
    from compared
    group by source_file, source_row, control
)
select
    placed.item,
    placed.service,
    placed.entitled_roles is null or len(placed.entitled_roles) = 0 as nobody_entitled,
    placed.performer is null as nobody_named,
    coalesce(placed.kind = 'automation', false) as by_program,
    entitlements.control is null as roles_unknown,
    not entitlements.is_entitled as not_entitled,
    placed.control,
    placed.performer,
    placed.performed_at,
    placed.entitled_roles as entitled,
    entitlements.roles_held,
    coalesce(entitlements.is_entitled and not entitlements.is_lasting, false) as by_deputy,
    placed.source_file,
    placed.source_row
from placed
cross join audit_period
left join entitlements
    on entitlements.source_file = placed.source_file and entitlements.source_row = placed.source_row and entitlements.control = placed.control
where not audit_period.scoped or placed.service is null or placed.service in (select service from audit_scope)
