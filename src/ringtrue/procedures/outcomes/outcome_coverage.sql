with customers as (
    select service, party from role_assignments where role = 'customer'
    union
    select service, customer as party from agreements where kind = 'sla' and customer is not null
),
agreed as (
    select distinct requirements.service
    from requirements
    join customers on customers.service = requirements.service and customers.party = requirements.source_party
    where requirements.facet = 'utility' and requirements.agreed_at is not null
    union
    select distinct services.id as service
    from services
    join agreements on agreements.service = services.id
    where
        services.intended_outcome is not null
        and agreements.kind = 'sla'
        and agreements.customer is not null
        and agreements.agreed_at is not null
),
last_reviews as (
    select service, held_at, row_number() over (partition by service order by held_at desc) as place
    from reviews
    where service is not null and held_at <= (select as_of from audit_period)
),
between_reviews as (
    select service, (epoch(max(held_at)) - epoch(min(held_at))) / 86400.0 as days
    from last_reviews
    where place <= 2
    group by service
    having count(*) = 2
),
promised as (
    select service, min(review_days) as days from agreements where review_days > 0 group by service
),
readings as (
    select measures.service, count(distinct measures.id) as outcome_measures, max(measurements.period_end) as last_reading_at
    from measures
    left join measurements
        on measurements.measure = measures.id
        and measurements.value is not null
        and measurements.period_end <= (select as_of from audit_period)
    where measures.kind = 'outcome'
    group by measures.service
),
told as (
    select
        services.*,
        audit_period.as_of,
        coalesce(between_reviews.days, promised.days, $review_days) as period_days,
        agreed.service is not null as is_agreed,
        coalesce(readings.outcome_measures, 0) as outcome_measures,
        readings.last_reading_at
    from services
    cross join audit_period
    left join between_reviews on between_reviews.service = services.id
    left join promised on promised.service = services.id
    left join agreed on agreed.service = services.id
    left join readings on readings.service = services.id
    where
        (services.status is null or services.status = 'live')
        and (services.id in (select service from audit_scope) or not audit_period.scoped)
)
select
    id as item,
    id as service,
    coalesce((epoch(as_of) - epoch(live_from)) / 86400.0 < period_days, false) as young,
    not is_agreed as not_agreed,
    outcome_measures = 0 as not_measured,
    last_reading_at is null or (epoch(as_of) - epoch(last_reading_at)) / 86400.0 > period_days as not_read,
    criticality,
    intended_outcome,
    outcome_measures,
    last_reading_at,
    period_days,
    source_file,
    source_row
from told
