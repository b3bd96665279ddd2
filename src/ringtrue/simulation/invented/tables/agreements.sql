-- What was agreed with the customer of each service, and with every supplier inside and outside on whom it rests; in force since before the data.
with bound as (
    select distinct service, party as supplier, role
    from role_assignments
    where role in ('internal_supplier', 'external_supplier') and service is not null
    union
    select
        service_dependencies.service,
        service_dependencies.depends_on as supplier,
        case when parties.provider_side then 'internal_supplier' else 'external_supplier' end as role
    from service_dependencies
    join parties on parties.id = service_dependencies.depends_on
    where service_dependencies.kind = 'supplier'
),
made as (
    select
        'SLA-' || service as id,
        'sla' as kind,
        service,
        unit as customer,
        'provider' as supplier,
        first_customer as signed_by,
        first_agreed_at as agreed_at,
        0.75 + 0.01 * cast(floor(4 * draw('satisfaction agreed', service)) as integer) as satisfaction_target
    from service_people
    union all
    select
        'SLA-' || service as id, 'sla' as kind, service, unit as customer, 'provider' as supplier, customer as signed_by,
        date_trunc('day', live_from) - to_days(30) + interval 10 hour as agreed_at, 0.75 as satisfaction_target
    from service_profiles
    where status = 'retired'
    union all
    select
        case bound.role when 'internal_supplier' then 'OLA-' else 'UC-' end || bound.service || '-' || bound.supplier as id,
        case bound.role when 'internal_supplier' then 'ola' else 'underpinning_contract' end as kind,
        bound.service,
        'provider' as customer,
        bound.supplier,
        process_people.owner as signed_by,
        service_people.first_agreed_at - to_days(10) as agreed_at,
        null as satisfaction_target
    from bound
    join service_people on service_people.service = bound.service
    join process_people on process_people.process = 'supplier management'
)
select
    made.id,
    made.kind,
    made.service,
    made.customer,
    made.supplier,
    signed_by,
    agreed_at,
    agreed_at + to_minutes(20 + cast(400 * draw('agreement recorded', made.id) as integer)) as recorded_at,
    date_trunc('day', agreed_at) + to_days(2) as valid_from,
    service_profiles.live_to as valid_to,
    cast(satisfaction_target as double) as satisfaction_target,
    case made.kind when 'sla' then 92.0 else 183.0 end as review_days
from made
join service_profiles on service_profiles.service = made.service
order by made.id
