-- One objective for each service.
select
    'O-' || service_people.service as id,
    'By the end of September 2026 at least 96 of 100 tasks begun in ' || services.name || ' are finished without help.' as statement,
    service_people.owner,
    service_people.service,
    case services.criticality when 'critical' then 'high' when 'high' then 'high' else 'medium' end as priority,
    96.0 as target,
    cast(readings.value as double) as reading,
    'percent' as unit,
    case when readings.value >= 96 then 'on_track' else 'at_risk' end as state,
    greatest(timestamp '2025-10-01 08:00:00', service_people.agreed_at) as starts_at,
    timestamp '2026-09-30 18:00:00' as ends_at
from service_people
join services on services.id = service_people.service
left join (
    select measure, arg_max(value, period_start) as value from measurements group by measure
) as readings on readings.measure = 'M-' || service_people.service || '-1'
order by service_people.service
