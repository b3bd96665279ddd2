-- Every reading of a measure up to the end of the data, and whether it missed what it should reach: its status is red, or its value lies on the
-- wrong side of the measure's target. NULL where neither is known.
select
    measurements.measure,
    measurements.period_start,
    measurements.period_end,
    measurements.value,
    coalesce(
        case
            when measures.target is null or measures.direction is null then null
            when measures.direction = 'up' then measurements.value < measures.target
            else measurements.value > measures.target
        end,
        measurements.reported_status = 'red'
    ) as missed,
    measurements.period_end >= audit_period.starts_at as in_period
from measurements
cross join audit_period
left join measures on measures.id = measurements.measure
where measurements.period_end <= audit_period.ends_at
