with given as (
    select
        count(*) filter (where table_name = 'requirements' and column_name = 'facet') > 0 as requirements,
        count(*) filter (where table_name = 'services' and column_name = 'intended_outcome') > 0 as outcomes
    from given_columns
),
customers as (
    select distinct party, service from role_assignments where role = 'customer'
),
asked as (
    select requirements.service, requirements.facet, requirements.agreed_at, requirements.source_party
    from requirements
    join customers
        on customers.party = requirements.source_party and coalesce(customers.service, requirements.service) = requirements.service
    where requirements.agreed_at is not null
),
signed as (
    select agreements.service
    from agreements
    join customers
        on customers.party in (agreements.customer, agreements.signed_by)
        and coalesce(customers.service, agreements.service) = agreements.service
    where agreements.kind = 'sla' and agreements.agreed_at is not null
),
stated as (
    select live.id as service, count(requirements.id) > 0 as has_utility
    from live_services as live
    left join requirements on requirements.service = live.id and requirements.facet = 'utility'
    group by live.id
),
windows as (
    select
        service,
        since_is,
        as_of,
        case when since_is = 'one review period, as usual' then as_of - $review_days * 86400.0 else since end as since
    from review_windows
),
measuring as (
    select service_measures.measure, service_measures.service, measures.kind
    from service_measures
    join measures on measures.id = service_measures.measure
),
measured as (
    select
        measuring.service,
        count(*) filter (where measuring.kind = 'outcome') as outcome_measures,
        count(*) filter (where measuring.kind is null) as unrated_measures,
        max(measurements.period_end) filter (where measuring.kind = 'outcome') as outcome_read_at,
        max(measurements.period_end) filter (where measuring.kind is null) as unrated_read_at
    from measuring
    left join measurements on measurements.measure = measuring.measure
    group by measuring.service
),
looked_at as (
    select
        live.id,
        live.criticality,
        live.live_from,
        live.source_file,
        live.source_row,
        windows.since,
        windows.since_is,
        windows.as_of,
        given.requirements or given.outcomes as outcomes_told,
        stated.has_utility or trim(coalesce(live.intended_outcome, '')) <> '' as has_outcome,
        live.id in (select service from asked where facet = 'utility')
        or (
            trim(coalesce(live.intended_outcome, '')) <> ''
            and (live.id in (select service from asked) or live.id in (select service from signed))
        ) as is_agreed,
        coalesce(measured.outcome_measures, 0) > 0 as has_measure,
        coalesce(measured.unrated_measures, 0) > 0 as has_unrated,
        measured.outcome_read_at,
        coalesce(epoch(measured.outcome_read_at) > windows.since, false) as is_read,
        coalesce(epoch(measured.unrated_read_at) > windows.since, false) as unrated_read
    from live_services as live
    cross join given
    join windows on windows.service = live.id
    join stated on stated.service = live.id
    left join measured on measured.service = live.id
)
select
    id as item,
    id as service,
    coalesce(epoch(live_from) > since, false) as too_young,
    not outcomes_told as outcomes_untold,
    not has_outcome as no_outcome,
    not is_agreed as not_agreed,
    case when has_measure then false when not has_unrated then true end as not_measured,
    case when is_read then false when not unrated_read then true end as not_read,
    criticality,
    outcome_read_at as last_reading,
    since_is as counted_since,
    source_file,
    source_row
from looked_at
