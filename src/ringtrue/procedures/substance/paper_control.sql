with first_records as (
    select min(performed_at) as first_at from control_records
),
in_force as (
    select
        controls.*,
        greatest(
            case when audit_period.declared then audit_period.starts_at else first_records.first_at end,
            coalesce(controls.in_force_from, timestamp '1970-01-01')
        ) as begins_at,
        least(audit_period.as_of, coalesce(controls.in_force_to, audit_period.as_of)) as ends_at
    from controls
    cross join audit_period
    cross join first_records
    where
        (controls.in_force_from is null or controls.in_force_from < audit_period.as_of)
        and (controls.in_force_to is null or controls.in_force_to > audit_period.starts_at)
),
performed as (
    select in_force.id as control, control_records.performed_at
    from in_force
    join control_records on control_records.control = in_force.id
    where control_records.performed_at >= in_force.begins_at and control_records.performed_at <= in_force.ends_at
),
marks as (
    select control, performed_at as mark from performed
    union all
    select id as control, begins_at as mark from in_force where begins_at <= ends_at
    union all
    select id as control, ends_at as mark from in_force where begins_at <= ends_at
),
gaps as (
    select control, (epoch(mark) - epoch(lag(mark) over (partition by control order by mark))) / 86400.0 as days
    from marks
),
longest as (
    select control, max(days) as days from gaps group by control
),
counted as (
    select control, count(*) as records from performed group by control
)
select
    in_force.id as item,
    null as service,
    (epoch(in_force.ends_at) - epoch(in_force.begins_at)) / 86400.0 < coalesce(in_force.interval_days, 0) and counted.records is null as not_due,
    counted.records is null as no_record,
    coalesce(longest.days > $most_intervals * in_force.interval_days, false) as gap,
    in_force.id as control,
    in_force.statement,
    in_force.interval_days,
    coalesce(counted.records, 0) as records,
    longest.days as longest_gap_days,
    in_force.source_file,
    in_force.source_row
from in_force
left join counted on counted.control = in_force.id
left join longest on longest.control = in_force.id
