-- The numbers promised in the agreements: times by priority and availability. Suppliers promise less time than customers were promised, and
-- count it by day and night or in the same hours.
with sla as (
    select agreements.*, services.calendar as hours, coalesce(service_people.availability, 98.0) as availability,
        service_people.service is not null as is_live
    from agreements
    join services on services.id = agreements.service
    left join service_people on service_people.service = agreements.service
),
promised as (
    select target_minutes.target as id, sla.id as agreement, sla.* exclude (id), 'resolution_minutes' as metric, target_minutes.priority, target_minutes.minutes as value,
        'minutes' as unit, '<=' as operator, target_minutes.attainment_target, target_minutes.calendar, cast(null as varchar) as requirement
    from sla
    join target_minutes on target_minutes.service = sla.service
    where sla.kind = 'sla'
    union all
    select sla.id || '-AV' as id, sla.id as agreement, sla.* exclude (id), 'availability_percent', null, sla.availability, 'percent', '>=', null, sla.hours,
        case when sla.is_live then 'R-' || sla.service || '-3' end
    from sla
    where sla.kind = 'sla'
    union all
    select sla.id || '-P' || target_minutes.priority as id, sla.id as agreement, sla.* exclude (id), 'resolution_minutes', target_minutes.priority,
        target_minutes.minutes * case sla.kind when 'ola' then 0.5 else 0.6 end, 'minutes', '<=', null,
        case sla.kind when 'ola' then target_minutes.calendar end, null
    from sla
    join target_minutes on target_minutes.service = sla.service
    where sla.kind <> 'sla'
    union all
    select sla.id || '-AV' as id, sla.id as agreement, sla.* exclude (id), 'availability_percent', null, 99.9, 'percent', '>=', null,
        case sla.kind when 'ola' then sla.hours end, null
    from sla
    where sla.kind <> 'sla'
)
select
    id,
    agreement,
    service,
    requirement,
    metric,
    cast(null as varchar) as case_kind,
    priority,
    operator,
    cast(value as double) as value,
    unit,
    attainment_target,
    calendar,
    case metric when 'resolution_minutes' then ['waiting_user'] end as pause_states,
    valid_from,
    valid_to,
    recorded_at
from promised
order by id
