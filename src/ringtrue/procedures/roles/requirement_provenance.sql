with given as (
    select
        count(*) filter (where table_name = 'requirements' and column_name = 'source_party') > 0 as sources,
        count(*) filter (where table_name = 'requirements' and column_name = 'agreed_at') > 0 as dates,
        count(*) filter (where table_name = 'approvals' or (table_name = 'agreements' and column_name = 'signed_by')) > 0 as acceptance
    from given_columns
),
sides as (
    select
        role_holders.party,
        bool_or(role_holders.role in ('customer', 'user', 'sponsor')) as is_customer_side,
        bool_or(role_holders.role in ('service_owner', 'process_owner', 'practitioner', 'internal_supplier', 'top_management')) as is_provider_side
    from role_holders
    group by role_holders.party
),
approved as (
    select
        approval_decisions.object as requirement,
        bool_or(coalesce(sides.is_customer_side, false) or coalesce(not parties.provider_side, false)) as by_customer
    from approval_decisions
    left join sides on sides.party = approval_decisions.approver
    left join parties on parties.id = approval_decisions.approver
    where
        approval_decisions.object_kind = 'requirement'
        and approval_decisions.is_granted
    group by approval_decisions.object
),
signed as (
    select agreements.id, agreements.service
    from agreements
    cross join today
    where
        agreements.kind = 'sla'
        and agreements.signed_by is not null
        and (agreements.valid_from is null or agreements.valid_from <= today."at")
        and (agreements.valid_to is null or agreements.valid_to >= today."at")
),
signed_services as (
    select distinct service from signed where service is not null
),
promised as (
    select distinct thread_links."from" as requirement
    from thread_links
    join targets on targets.id = thread_links."to"
    join signed on signed.id = targets.agreement
    where thread_links.from_kind = 'requirement' and thread_links.to_kind = 'target'
),
looked_at as (
    select
        requirements.*,
        parties.kind as source_kind,
        case
            when coalesce(sides.is_customer_side, false) then false
            else coalesce(parties.provider_side, sides.is_provider_side)
        end as is_of_provider,
        approved.requirement is not null as is_approved,
        coalesce(approved.by_customer, false) as is_approved_by_customer,
        signed_services.service is not null as is_signed,
        promised.requirement is not null as is_promised,
        imposed_requirements.requirement is not null as is_imposed
    from requirements
    cross join audit_period
    left join parties on parties.id = requirements.source_party
    left join sides on sides.party = requirements.source_party
    left join approved on approved.requirement = requirements.id
    left join signed_services on signed_services.service = requirements.service
    left join promised on promised.requirement = requirements.id
    left join imposed_requirements on imposed_requirements.requirement = requirements.id
    where
        (requirements.service in (select id from live_services) or (requirements.service is null and not audit_period.scoped))
        and (requirements.agreed_at is null or requirements.agreed_at < audit_period.ends_at)
),
weighed as (
    select
        looked_at.*,
        case
            when agreed_at is null then false
            when is_of_provider then is_approved_by_customer or is_promised
            else is_approved or is_promised or is_signed
        end as is_accepted
    from looked_at
)
select
    weighed.id as item,
    weighed.service,
    weighed.is_imposed,
    not given.sources or (weighed.source_party is not null and weighed.is_of_provider is null and not weighed.is_approved_by_customer) as side_unknown,
    case when not weighed.is_of_provider or weighed.is_of_provider is null or weighed.is_accepted then false when given.acceptance and given.dates then true end
        as by_provider,
    weighed.source_party is null as no_source,
    case when weighed.agreed_at is not null then false when given.dates then true end as no_date,
    case when weighed.is_accepted then false when given.acceptance then true end as not_accepted,
    weighed.facet,
    weighed.statement,
    case when weighed.source_kind = 'person' or weighed.source_kind is null then pseudonyms.pseudonym else weighed.source_party end as source,
    weighed.agreed_at,
    coalesce(weighed.is_of_provider, false) and weighed.is_accepted as came_from_provider,
    weighed.source_file,
    weighed.source_row
from weighed
cross join given
left join pseudonyms on pseudonyms.person = weighed.source_party
