with performed as (
    select control, performed_at as "at", false as in_history from control_records
    union all
    select controls.id as control, min(steps."at") as "at", true as in_history
    from controls
    join steps on steps.activity = controls.step
    group by controls.id, cast(steps."at" as date)
),
known as (
    select min("at") as first_at, max("at") as last_at from performed
),
period as (
    select
        case when audit_period.declared then audit_period.starts_at else known.first_at end as starts_at,
        least(audit_period.ends_at, greatest(known.last_at, audit_period.as_of)) as ends_at
    from audit_period
    cross join known
),
in_force as (
    select
        controls.id,
        controls.statement,
        controls.object_kind,
        controls.interval_days,
        controls.source_file,
        controls.source_row,
        greatest(period.starts_at, controls.in_force_from) as since,
        least(period.ends_at, controls.in_force_to) as until
    from controls
    cross join period
    where
        (controls.in_force_from is null or controls.in_force_from < period.ends_at)
        and (controls.in_force_to is null or period.starts_at is null or controls.in_force_to > period.starts_at)
),
inside as (
    select in_force.id, performed."at", performed.in_history
    from in_force
    join performed on performed.control = in_force.id and performed."at" >= in_force.since and performed."at" <= in_force.until
),
before as (
    select in_force.id, max(performed."at") as "at"
    from in_force
    join performed on performed.control = in_force.id and performed."at" < in_force.since
    group by in_force.id
),
ends as (
    select id, "at" from inside
    union all
    select id, since as "at" from in_force
    union all
    select id, until as "at" from in_force
),
gaps as (
    select id, (epoch("at") - epoch(lag("at") over (partition by id order by "at"))) / 86400.0 as days
    from ends
),
longest as (
    select id, max(days) as days from gaps group by id
),
counted as (
    select id, count(*) as records, max("at") as last_at, bool_or(in_history) as in_history from inside group by id
),
occasions as (
    select in_force.id, count(*) as n
    from in_force
    join control_objects on control_objects.control = in_force.id
    where
        control_objects.object_kind = 'service'
        or control_objects."at" is null
        or in_force.since is null
        or (control_objects."at" >= in_force.since and control_objects."at" <= in_force.until)
    group by in_force.id
)
select
    in_force.id as item,
    null as service,
    coalesce(counted.records, 0) = 0
        and in_force.interval_days is not null
        and in_force.since is not null
        and (epoch(in_force.until) - epoch(coalesce(before."at", in_force.since))) / 86400.0 < in_force.interval_days as not_due,
    coalesce(counted.records, 0) = 0
        and in_force.interval_days is null
        and in_force.object_kind is not null
        and coalesce(occasions.n, 0) = 0 as no_occasion,
    coalesce(counted.records, 0) = 0 as no_record,
    in_force.interval_days is not null and longest.days > $most_intervals * in_force.interval_days as long_gap,
    in_force.statement,
    in_force.interval_days,
    coalesce(counted.records, 0) as records,
    counted.last_at as last_record,
    round(longest.days, 1) as longest_gap_days,
    coalesce(counted.in_history, false) as shown_by_histories,
    in_force.source_file,
    in_force.source_row
from in_force
left join counted on counted.id = in_force.id
left join before on before.id = in_force.id
left join longest on longest.id = in_force.id
left join occasions on occasions.id = in_force.id
