with named as (
    select measures.id as measure, 'amounts in ' || lower(trim(measures.unit)) as unit from measures where measures.target is null
)
select
    sides.object,
    sides.family,
    named.measure || ' ' || strftime(measurements.period_start, '%Y-%m-%d') as item,
    measurements.value,
    measurements.period_end,
    measurements.source_file,
    measurements.source_row
from measurements
cross join audit_period
join named on named.measure = measurements.measure
join (
    select measure, unit as object, 'by unit' as family from named
    union all
    select measure, measure as object, 'by measure' as family from named
) as sides on sides.measure = named.measure
where
    measurements.value > 0 and measurements.period_end > audit_period.starts_at and measurements.period_end <= audit_period.ends_at
