with customers as (
    select distinct party, service from role_holders where role = 'customer'
),
approved as (
    select approvals.object as requirement, bool_or(customers.party is not null) as by_customer
    from approvals
    left join customers on customers.party = approvals.approver
    where approvals.object_kind = 'requirement'
    group by approvals.object
),
signed as (
    select distinct agreements.service
    from agreements
    cross join today
    where
        agreements.kind = 'sla'
        and agreements.agreed_at is not null
        and (agreements.valid_to is null or agreements.valid_to >= today."at")
),
looked_at as (
    select
        requirements.*,
        parties.provider_side,
        parties.kind as source_kind,
        requirements.source_party in (select party from customers) as is_customer,
        coalesce(approved.by_customer, false) as customer_approved,
        approved.requirement is not null as is_approved,
        requirements.service in (select service from signed) as is_signed,
        regexp_matches(
            lower(concat_ws(' ', requirements.statement, requirements.source_party)),
            '\b(law|legal|regulation|regulatory|statut|policy|gdpr|gesetz|verordnung|richtlinie|dsgvo|loi|règlement|politique|rgpd|ley|reglamento|política)'
        ) as by_law
    from requirements
    cross join audit_period
    left join parties on parties.id = requirements.source_party
    left join approved on approved.requirement = requirements.id
    where
        (requirements.service in (select id from live_services) or (requirements.service is null and not audit_period.scoped))
        and (requirements.agreed_at is null or requirements.agreed_at < audit_period.ends_at)
)
select
    looked_at.id as item,
    looked_at.service,
    looked_at.by_law,
    looked_at.source_party is not null and not looked_at.is_customer and not looked_at.customer_approved and looked_at.provider_side is null as side_unknown,
    looked_at.source_party is not null and not looked_at.is_customer and not looked_at.customer_approved and coalesce(looked_at.provider_side, false)
        as by_provider,
    looked_at.source_party is null as no_source,
    looked_at.agreed_at is null as no_date,
    not (looked_at.agreed_at is not null and (looked_at.is_approved or coalesce(looked_at.is_signed, false))) as not_accepted,
    looked_at.facet,
    looked_at.statement,
    case when looked_at.source_kind = 'person' or looked_at.source_kind is null then pseudonyms.pseudonym else looked_at.source_party end as source,
    looked_at.agreed_at,
    looked_at.source_file,
    looked_at.source_row
from looked_at
left join pseudonyms on pseudonyms.person = looked_at.source_party
