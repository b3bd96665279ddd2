with readings as (
    select
        measurements.measure,
        date_trunc('month', measurements.period_start) as month,
        count(*) as n,
        count(*) filter (where measurements.reported_status = 'green') as n_green,
        count(measurements.reported_status) as n_coloured,
        avg(measurements.value) as value
    from measurements
    cross join audit_period
    where
        epoch(measurements.period_start) + epoch(measurements.period_end) >= 2 * epoch(audit_period.starts_at)
        and epoch(measurements.period_start) + epoch(measurements.period_end) < 2 * epoch(audit_period.ends_at)
    group by measurements.measure, date_trunc('month', measurements.period_start)
),
looked_at as (
    select measures.id as measure, measures.name, measures.kind, min(live_services.id) as service
    from measures
    join service_measures on service_measures.measure = measures.id
    join live_services on live_services.id = service_measures.service
    where measures.kind is null or measures.kind <> 'outcome'
    group by measures.id, measures.name, measures.kind
),
promised as (
    select service, max(satisfaction_target) as satisfaction_target from agreements where kind = 'sla' group by service
),
satisfied as (
    select
        satisfaction.service,
        date_trunc('month', satisfaction.answered_at) as month,
        count(*) filter (where satisfaction.satisfied) as hits,
        count(satisfaction.satisfied) as n
    from satisfaction
    where satisfaction.satisfied is not null and satisfaction.answered_at is not null
    group by satisfaction.service, date_trunc('month', satisfaction.answered_at)
),
outcomes as (
    select
        service_measures.service,
        measures.id as partner,
        readings.month,
        readings.value,
        case
            when measures.target is null then false
            when measures.direction = 'down' then readings.value > measures.target
            when measures.direction = 'up' then readings.value < measures.target
            else false
        end as is_missed
    from measures
    join service_measures on service_measures.measure = measures.id
    join readings on readings.measure = measures.id
    where measures.kind = 'outcome'
),
partners as (
    select
        satisfied.service,
        'satisfaction' as partner,
        satisfied.month,
        cast(satisfied.hits as double) / satisfied.n as value,
        cast(null as boolean) as is_missed,
        satisfied.hits,
        satisfied.n,
        coalesce(promised.satisfaction_target, $satisfaction_target) as target
    from satisfied
    left join promised on promised.service = satisfied.service
    union all
    select service, partner, month, value, is_missed, null as hits, null as n, null as target from outcomes
)
select
    looked_at.measure as object,
    looked_at.service,
    looked_at.name,
    looked_at.kind,
    looked_at.measure in (select measure from imposed_measures) as imposed,
    readings.month,
    readings.n as readings,
    readings.n_green,
    readings.n_coloured,
    readings.value,
    partners.partner,
    partners.value as partner_value,
    partners.is_missed,
    partners.hits as satisfied,
    partners.n as answers,
    partners.target
from looked_at
join readings on readings.measure = looked_at.measure
left join partners on partners.service = looked_at.service and partners.month = readings.month
order by looked_at.measure, partners.partner, readings.month
