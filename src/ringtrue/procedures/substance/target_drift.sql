with given as (
    select
        count(*) filter (where table_name = 'approvals') > 0 or count(*) filter (where table_name = 'agreements' and column_name = 'agreed_at') > 0
            as consent
    from given_columns
),
promised as (
    select
        targets.*,
        coalesce(targets.service, agreements.service) as about,
        coalesce(agreements.customer, '') as customer,
        agreements.agreed_at,
        coalesce(targets.valid_from, agreements.valid_from, targets.recorded_at) as begins_at,
        coalesce(targets.valid_to, agreements.valid_to) as ceases_at,
        case
            when targets.operator in ('<=', '<') then 'least'
            when targets.operator in ('>=', '>') then 'most'
            when regexp_matches(lower(targets.metric), '(minutes|hours|days|seconds)$') then 'least'
            when regexp_matches(lower(targets.metric), '(percent|share|availability)') then 'most'
        end as better
    from targets
    left join agreements on agreements.id = targets.agreement
    where coalesce(agreements.kind, 'sla') = 'sla'
),
sequences as (
    select
        promised.*,
        lag(id) over sequence as id_before,
        lag(value) over sequence as value_before,
        lag(attainment_target) over sequence as attainment_before,
        lag(pause_states) over sequence as pauses_before,
        lag(begins_at) over sequence as began_before,
        count(*) over (partition by about, customer, metric, coalesce(unit, ''), coalesce(case_kind, ''), coalesce(priority, '')) as alike
    from promised
    window sequence as (
        partition by about, customer, metric, coalesce(unit, ''), coalesce(case_kind, ''), coalesce(priority, '')
        order by begins_at nulls last, recorded_at nulls last, id
    )
),
loosened as (
    select
        sequences.*,
        coalesce(begins_at > began_before, false)
            and (
                coalesce(better = 'least' and value > value_before, false)
                or coalesce(better = 'most' and value < value_before, false)
                or coalesce(attainment_target < attainment_before, false)
                or coalesce(len(list_distinct(list_concat(pauses_before, pause_states))) > len(list_distinct(pauses_before)), false)
            ) as is_looser
    from sequences
),
approved as (
    select object as target, min(decided_at) as approved_at
    from approval_decisions
    where
        object_kind = 'target'
        and (requester is null or approver <> requester)
        and not is_refused
    group by object
),
months as (
    select service, coalesce(priority, '') as priority, cast("at" as date) as day,
        count(*) as n, count(*) filter (where attained) as met, min(attainment_target) as aim
    from attainment
    where attained is not null
    group by service, coalesce(priority, ''), cast("at" as date)
),
case_misses as (
    select loosened.id
    from loosened
    join months
        on months.service = loosened.about
        and (loosened.priority is null or lower(months.priority) = lower(loosened.priority))
        and months.day < cast(loosened.begins_at as date)
        and epoch(cast(months.day as timestamp)) >= epoch(loosened.begins_at) - $miss_days * 86400
    where loosened.is_looser and loosened.metric = 'resolution_minutes'
    group by loosened.id
    having cast(sum(months.met) as double) / sum(months.n) < coalesce(min(months.aim), 0.95)
),
reading_misses as (
    select loosened.id
    from loosened
    join thread_links on thread_links.from_kind = 'requirement' and thread_links."from" = loosened.requirement and thread_links.to_kind = 'measure'
    join measure_readings
        on measure_readings.measure = thread_links."to"
        and measure_readings.missed
        and measure_readings.period_end <= loosened.begins_at
        and epoch(measure_readings.period_end) >= epoch(loosened.begins_at) - $miss_days * 86400
    where loosened.is_looser
    group by loosened.id
),
told as (
    select
        loosened.*,
        epoch(loosened.recorded_at) > epoch(loosened.begins_at) + $late_hours * 3600 as is_late,
        coalesce(epoch(approved.approved_at) <= epoch(loosened.begins_at) + $late_hours * 3600, false)
            or coalesce(
                loosened.agreed_at > loosened.began_before and epoch(loosened.agreed_at) <= epoch(loosened.begins_at) + $late_hours * 3600, false
            ) as is_agreed,
        case_misses.id is not null or reading_misses.id is not null as missed_before
    from loosened
    left join approved on approved.target = loosened.id
    left join case_misses on case_misses.id = loosened.id
    left join reading_misses on reading_misses.id = loosened.id
)
select
    told.id as item,
    told.about as service,
    told.begins_at is null and told.alike > 1 as begin_unknown,
    told.is_looser and not given.consent and not coalesce(told.is_late, false) as agreement_untold,
    told.is_looser and not told.is_agreed and coalesce(told.is_late, false) as backdated,
    told.is_looser and not told.is_agreed and told.missed_before as after_a_miss,
    told.is_looser and not told.is_agreed as unagreed,
    told.metric,
    told.priority,
    told.value_before as before,
    told.value as after,
    told.begins_at as valid_from,
    told.recorded_at,
    told.missed_before,
    told.is_looser and told.is_agreed as explained,
    told.source_file,
    told.source_row
from told
cross join given
cross join audit_period
where
    (
        (not told.is_looser and (told.ceases_at is null or told.ceases_at > audit_period.starts_at) and (told.begins_at is null or told.begins_at < audit_period.ends_at))
        or (told.is_looser and told.begins_at < audit_period.ends_at and greatest(told.begins_at, told.recorded_at) >= audit_period.starts_at)
    )
    and (not audit_period.scoped or told.about in (select service from audit_scope))
