with given as (
    select
        count(*) filter (where table_name = 'role_assignments' and column_name = 'role') > 0 as roles,
        count(*) filter (where table_name = 'services' and column_name = 'owner') > 0 as owners,
        count(*) filter (where table_name = 'agreements' and column_name = 'kind') > 0 as agreements
    from given_columns
),
live as (
    select live_services.*, audit_period.as_of
    from live_services
    cross join audit_period
),
transfers as (
    select distinct live.id as service
    from live
    join context_events
        on coalesce(context_events.service, live.id) = live.id
        and context_events."at" <= live.as_of
        and coalesce(epoch(context_events.until), epoch(context_events."at") + $transfer_days * 86400.0) >= epoch(live.as_of)
    where context_events.kind = 'transfer'
),
holding as (
    select
        role_holders.*,
        (role_holders.valid_from is null or role_holders.valid_from <= audit_period.as_of)
        and (role_holders.valid_to is null or role_holders.valid_to >= audit_period.as_of)
        and (role_holders.gone_at is null or role_holders.gone_at >= audit_period.as_of) as is_held
    from role_holders
    cross join audit_period
),
customers as (
    select distinct service from holding where role = 'customer' and is_held
),
accountable as (
    select service, bool_or(is_held) as is_held, min(party) filter (where is_held) as party
    from holding
    where role = 'service_owner' or (duty = 'A' and process is null and service is not null)
    group by service
),
bound as (
    select agreements.id, agreements.kind, agreements.service, agreements.supplier
    from agreements
    cross join audit_period
    where
        (agreements.valid_from is null or agreements.valid_from <= audit_period.as_of)
        and (agreements.valid_to is null or agreements.valid_to >= audit_period.as_of)
),
covering as (
    select kind, supplier, service
    from bound
    where service is not null or id not in (select agreement from targets where agreement is not null and service is not null)
    union
    select bound.kind, bound.supplier, targets.service
    from bound
    join targets on targets.agreement = bound.id
    where targets.service is not null
),
promised as (
    select service, count(*) as n from covering where kind = 'sla' group by service
),
suppliers as (
    select service, depends_on as supplier from service_dependencies where kind = 'supplier'
    union
    select service, party as supplier from holding where role in ('internal_supplier', 'external_supplier') and is_held and service is not null
),
supplied as (
    select suppliers.service, suppliers.supplier, count(covering.supplier) as n
    from suppliers
    left join covering
        on covering.supplier = suppliers.supplier
        and covering.kind in ('ola', 'underpinning_contract')
        and coalesce(covering.service, suppliers.service) = suppliers.service
    group by suppliers.service, suppliers.supplier
),
owners as (
    select
        live.id as service,
        live.owner,
        owner.id is not null and owner.active_to < live.as_of as owner_left,
        own.party as holder,
        every_service.party as general_holder,
        own.service is not null and not own.is_held as holder_ended
    from live
    left join parties as owner on owner.id = live.owner
    left join accountable as own on own.service = live.id
    left join accountable as every_service on every_service.service is null
),
links as (
    select
        live.id as service,
        'customer' as link,
        case
            when customers.service is not null or of_whole.service is not null or (select count(*) from customers where service is null) > 0 then false
            when given.roles then true
        end as no_customer,
        false as no_owner,
        false as owner_gone,
        false as no_agreement,
        false as supplier_unbound,
        null as found
    from live
    cross join given
    left join customers on customers.service = live.id
    left join customers as of_whole on of_whole.service = live.parent
    union all
    select
        owners.service,
        'owner' as link,
        false as no_customer,
        case
            when coalesce(owners.owner, owners.holder, owners.general_holder) is not null or owners.holder_ended then false
            when given.owners and given.roles then true
        end as no_owner,
        coalesce(owners.holder, owners.general_holder) is null
        and (coalesce(owners.owner_left, false) or (owners.owner is null and owners.holder_ended)) as owner_gone,
        false as no_agreement,
        false as supplier_unbound,
        null as found
    from owners
    cross join given
    union all
    select
        live.id as service,
        'agreement' as link,
        false as no_customer,
        false as no_owner,
        false as owner_gone,
        case
            when promised.n > 0 or of_whole.n > 0 or (select count(*) from promised where service is null) > 0 then false
            when given.agreements then true
        end as no_agreement,
        false as supplier_unbound,
        null as found
    from live
    cross join given
    left join promised on promised.service = live.id
    left join promised as of_whole on of_whole.service = live.parent
    union all
    select
        supplied.service,
        concat('supplier ', supplied.supplier) as link,
        false as no_customer,
        false as no_owner,
        false as owner_gone,
        false as no_agreement,
        case when supplied.n > 0 then false when given.agreements then true end as supplier_unbound,
        supplied.supplier as found
    from supplied
    cross join given
)
select
    concat(live.id, '|', links.link) as item,
    live.id as service,
    live.id in (select service from transfers) as in_transfer,
    links.no_customer,
    links.no_owner,
    links.owner_gone,
    links.no_agreement,
    links.supplier_unbound,
    links.link,
    coalesce(live.criticality, 'unknown') as criticality,
    links.found,
    live.source_file,
    live.source_row
from links
join live on live.id = links.service
