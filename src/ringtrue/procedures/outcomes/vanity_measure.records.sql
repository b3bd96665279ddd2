select
    measurements.measure as object,
    concat(measurements.measure, ' ', strftime(measurements.period_start, '%Y-%m-%d')) as item,
    measures.service,
    'reported as green' as reason,
    measurements.period_start,
    measurements.value,
    measurements.reported_status,
    measurements.source_file,
    measurements.source_row
from measurements
join measures on measures.id = measurements.measure
cross join audit_period
where
    epoch(measurements.period_start) + epoch(measurements.period_end) >= 2 * epoch(audit_period.starts_at)
    and epoch(measurements.period_start) + epoch(measurements.period_end) < 2 * epoch(audit_period.ends_at)
