with given as (
    select
        count(*) filter (where table_name = 'measurements') > 0 or count(*) filter (where table_name = 'targets') > 0 as misses
    from given_columns
),
answered as (
    select origin, count(*) as n from actions where origin_kind in ('review', 'finding', 'audit') and origin is not null group by origin
),
held as (
    select
        reviews.*,
        reviews.kind || coalesce('|' || reviews.service, '') as line,
        case
            when reviews.findings is null and reviews.decisions is null and answered.n is null then null
            when reviews.kind = 'internal_audit' and reviews.findings is null and coalesce(reviews.decisions, 0) + coalesce(answered.n, 0) = 0 then null
            when reviews.kind = 'management_review' and reviews.decisions is null and coalesce(reviews.findings, 0) + coalesce(answered.n, 0) = 0 then null
            else greatest(coalesce(reviews.findings, 0) + coalesce(reviews.decisions, 0), coalesce(answered.n, 0))
        end as results
    from reviews
    cross join audit_period
    left join answered on answered.origin = reviews.id
    where
        reviews.kind in ('internal_audit', 'management_review')
        and reviews.held_at < audit_period.ends_at
        and (not audit_period.scoped or reviews.service is null or reviews.service in (select service from audit_scope))
),
lined as (
    select
        held.*,
        lag(results) over (partition by line order by held_at, id) as results_before,
        lag(held_at) over (partition by line order by held_at, id) as held_before,
        lag(held_at, 2) over (partition by line order by held_at, id) as held_earlier
    from held
),
months as (
    select service, date_trunc('month', "at") as month, min(attainment_target) as aim,
        avg(case when attained then 1.0 else 0.0 end) as share, count(*) as n
    from attainment
    where attained is not null and attainment_target is not null
    group by service, date_trunc('month', "at")
),
missed as (
    select service_measures.service, measure_readings.period_end as "at"
    from measure_readings
    left join service_measures on service_measures.measure = measure_readings.measure
    where measure_readings.missed
    union all
    select service, month + interval 1 month as "at" from months where n >= 20 and share < aim
),
days as (
    select service, cast("at" as date) as day, count(*) as misses from missed group by service, cast("at" as date)
),
counted as (
    select lined.id, sum(days.misses) as misses
    from lined
    join days
        on (lined.service is null or days.service = lined.service)
        and days.day <= cast(lined.held_at as date)
        and epoch(cast(days.day as timestamp))
            > epoch(coalesce(lined.held_earlier, lined.held_before)) - case when lined.held_earlier is null then epoch(lined.held_at) - epoch(lined.held_before) else 0 end
    where lined.held_before is not null
    group by lined.id
)
select
    lined.id as item,
    lined.service,
    lined.held_before is null as first_of_line,
    (lined.results is null and coalesce(lined.results_before, 0) = 0) or (lined.results = 0 and lined.results_before is null) as result_unknown,
    lined.results = 0 and lined.results_before = 0 and not given.misses as misses_unknown,
    coalesce(lined.results = 0 and lined.results_before = 0, false) and coalesce(counted.misses, 0) >= $least_misses as found_nothing,
    lined.line,
    lined.held_at,
    lined.results,
    lined.results_before,
    cast(coalesce(counted.misses, 0) as bigint) as misses,
    coalesce(lined.results = 0 and lined.results_before = 0, false) and given.misses and coalesce(counted.misses, 0) < $least_misses as explained,
    lined.source_file,
    lined.source_row
from lined
cross join given
cross join audit_period
left join counted on counted.id = lined.id
where lined.held_at >= audit_period.starts_at
