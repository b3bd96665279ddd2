with linked as (
    select measures.id as measure, unnest(measures.requirements) as requirement from measures
),
required as (
    select
        linked.measure,
        max(requirements.target) filter (where requirements.target > 0 and requirements.target <= 100) as target
    from linked
    join requirements on requirements.id = linked.requirement
    where requirements.facet = 'availability' or regexp_matches(lower(coalesce(requirements.metric, '')), 'availab')
    group by linked.measure
),
reporting as (
    select measures.id as measure, service_measures.service, coalesce(measures.target, required.target) as own_target, measures.unit
    from measures
    join service_measures on service_measures.measure = measures.id
    left join required on required.measure = measures.id
    where
        (required.measure is not null or regexp_matches(lower(measures.name), 'availab|uptime|verf.{1,2}gbar|disponib|dostupn'))
        and not regexp_matches(lower(measures.name), 'unavailab|downtime|indisponib|ausfall')
        and coalesce(measures.direction, 'up') = 'up'
        and not regexp_matches(lower(coalesce(measures.unit, '')), 'minut|hour|stunde|heure|count|number')
),
agreed as (
    select targets.service, targets.value, targets.calendar, targets.valid_from, targets.valid_to
    from targets
    left join agreements on agreements.id = targets.agreement
    where
        regexp_matches(lower(targets.metric), 'availab')
        and (targets.agreement is null or agreements.kind is null or agreements.kind = 'sla')
        and targets.service is not null
),
in_force as (
    select
        reporting.measure,
        reporting.service,
        measurements.period_start,
        min(agreed.value) as value,
        arg_min(agreed.calendar, agreed.value) as calendar
    from reporting
    join measurements on measurements.measure = reporting.measure
    join agreed
        on agreed.service = reporting.service
        and (agreed.valid_from is null or agreed.valid_from <= measurements.period_start)
        and (agreed.valid_to is null or agreed.valid_to >= measurements.period_end)
    group by reporting.measure, reporting.service, measurements.period_start
),
followed as (
    select
        measurements.*,
        lead(period_start) over (partition by measure order by period_start, period_end) as next_start,
        day(period_start) = 1 and day(period_end + interval 1 day) = 1 as is_month_by_days
    from measurements
),
dated as (
    select
        measure,
        period_start,
        value,
        source_file,
        source_row,
        case
            when epoch(next_start) - epoch(period_end) > 0 and epoch(next_start) - epoch(period_end) <= 90000 then next_start
            when is_month_by_days then period_end + interval 1 day
            else period_end
        end as period_end
    from followed
),
readings as (
    select
        measurements.measure,
        reporting.service,
        measurements.period_start,
        measurements.period_end,
        measurements.source_file,
        measurements.source_row,
        measurements.value * case when coalesce(reporting.own_target, in_force.value) <= 1 then 100 else 1 end as reported,
        coalesce(reporting.own_target, in_force.value)
        * case when coalesce(reporting.own_target, in_force.value) <= 1 then 100 else 1 end as target,
        coalesce(in_force.calendar, services.calendar) as calendar
    from dated as measurements
    cross join audit_period
    join reporting on reporting.measure = measurements.measure
    left join services on services.id = reporting.service
    left join in_force
        on in_force.measure = measurements.measure
        and in_force.service = reporting.service
        and in_force.period_start = measurements.period_start
    where
        epoch(measurements.period_start) + epoch(measurements.period_end) >= 2 * epoch(audit_period.starts_at)
        and epoch(measurements.period_start) + epoch(measurements.period_end) < 2 * epoch(audit_period.ends_at)
        and measurements.period_end > measurements.period_start
        and (not audit_period.scoped or reporting.service in (select service from audit_scope))
),
told as (
    select count(*) filter (where column_name = 'exclusion_announced_at') > 0 as announcements
    from given_columns
    where table_name = 'outages'
),
downs as (
    select
        outages.service,
        outages.started_at,
        coalesce(outages.ended_at, audit_period.as_of) as ended_at,
        coalesce(outages.excluded, false)
        and coalesce(
            outages.exclusion_announced_at <= outages.started_at or outages.exclusion_recorded_at <= outages.started_at, false
        ) as left_out,
        outages.user_visible is null
        or outages.ended_at is null
        or (
            coalesce(outages.excluded, false)
            and outages.exclusion_announced_at is null
            and (outages.exclusion_recorded_at is null or not told.announcements)
        ) as in_doubt
    from outages
    cross join audit_period
    cross join told
    where outages.user_visible is null or outages.user_visible
),
pieces as (
    select
        readings.measure,
        readings.service,
        readings.period_start,
        readings.calendar,
        downs.left_out,
        downs.in_doubt,
        greatest(downs.started_at, readings.period_start) as starts_at,
        least(downs.ended_at, readings.period_end) as ends_at
    from readings
    join downs
        on downs.service = readings.service and downs.started_at < readings.period_end and downs.ended_at > readings.period_start
),
counted as (
    select 'sure' as reckoning, * from pieces where not left_out and not in_doubt
    union all
    select 'at most' as reckoning, * from pieces where not left_out
    union all
    select 'left out' as reckoning, * from pieces where left_out
),
reached as (
    select
        *,
        max(ends_at) over (
            partition by reckoning, measure, service, period_start
            order by starts_at, ends_at
            rows between unbounded preceding and 1 preceding
        ) as reached_at
    from counted
),
spans as (
    select reckoning, measure, service, period_start, calendar, greatest(starts_at, coalesce(reached_at, starts_at)) as starts_at, ends_at
    from reached
    where reached_at is null or ends_at > reached_at
    union all
    select 'open' as reckoning, measure, service, period_start, calendar, period_start as starts_at, period_end as ends_at
    from readings
),
moments as (
    select calendar, starts_at as moment from spans where calendar is not null
    union
    select calendar, ends_at as moment from spans where calendar is not null
),
read_off as (
    select
        moments.calendar,
        moments.moment,
        min(open_hours.minutes_before)
        + sum(greatest(0, (epoch(least(moments.moment, open_hours.ends_at)) - epoch(open_hours.starts_at)) / 60.0)) as minutes
    from moments
    join open_hours on open_hours.calendar = moments.calendar and open_hours.day = cast(moments.moment as date)
    group by moments.calendar, moments.moment
),
lengths as (
    select
        spans.reckoning,
        spans.measure,
        spans.service,
        spans.period_start,
        case
            when spans.calendar is null then (epoch(spans.ends_at) - epoch(spans.starts_at)) / 60.0
            else ended.minutes - begun.minutes
        end as minutes
    from spans
    left join read_off as begun on begun.calendar = spans.calendar and begun.moment = spans.starts_at
    left join read_off as ended on ended.calendar = spans.calendar and ended.moment = spans.ends_at
),
sums as (
    select
        measure,
        service,
        period_start,
        sum(minutes) filter (where reckoning = 'open') as open_minutes,
        coalesce(sum(minutes) filter (where reckoning = 'sure'), 0) as sure_minutes,
        coalesce(sum(minutes) filter (where reckoning = 'at most'), 0) as most_minutes,
        coalesce(sum(minutes) filter (where reckoning = 'left out'), 0) as left_out_minutes
    from lengths
    group by measure, service, period_start
),
recomputed as (
    select
        readings.*,
        sums.open_minutes,
        sums.sure_minutes,
        sums.left_out_minutes,
        100.0 * (1 - sums.sure_minutes / nullif(sums.open_minutes, 0)) as availability,
        100.0 * (1 - sums.most_minutes / nullif(sums.open_minutes, 0)) as at_least
    from readings
    join sums
        on sums.measure = readings.measure and sums.service = readings.service and sums.period_start = readings.period_start
)
select
    concat_ws('|', service, measure, strftime(period_start, '%Y-%m-%d')) as item,
    service,
    target is null as no_target,
    reported > 100 or reported < 1 or target > 100 as not_percent,
    coalesce(open_minutes, 0) <= 0 as hours_unknown,
    case
        when reported < target then false
        when availability < target - $rounding_points then true
        when at_least >= target - $rounding_points then false
    end as hides_a_miss,
    left_out_minutes > 0 as explained,
    measure,
    period_start,
    reported,
    round(availability, 3) as recomputed,
    target,
    round(reported - availability, 3) as gap_points,
    round(sure_minutes, 1) as downtime_minutes,
    round(left_out_minutes, 1) as left_out_minutes,
    round(open_minutes, 1) as service_minutes,
    source_file,
    source_row
from recomputed
