with told as (
    select
        targets.*,
        agreements.kind,
        agreements.supplier,
        coalesce(targets.service, agreements.service) as about,
        greatest(targets.valid_from, agreements.valid_from) as since,
        least(targets.valid_to, agreements.valid_to) as until,
        regexp_matches(targets.metric, '_(minutes|hours|days|seconds)$') as shorter_is_better,
        regexp_matches(targets.metric, '_percent$') as higher_is_better
    from targets
    join agreements on agreements.id = targets.agreement
),
agreed as (
    select told.*
    from told
    cross join audit_period
    where
        told.kind = 'sla'
        and told.about in (select id from live_services)
        and (told.since is null or told.since < audit_period.ends_at)
        and (told.until is null or told.until > audit_period.starts_at)
),
resting as (
    select distinct agreed.id as agreed, promised.id as promised
    from agreed
    join told as promised on promised.kind <> 'sla' and promised.about = agreed.about and promised.metric = agreed.metric
    union
    select distinct agreed.id as agreed, promised.id as promised
    from agreed
    join service_dependencies on service_dependencies.service = agreed.about
    join told as promised
        on promised.kind <> 'sla'
        and promised.metric = agreed.metric
        and promised.about is null
        and promised.supplier = service_dependencies.depends_on
    where service_dependencies.kind = 'supplier'
),
pairs as (
    select
        agreed.*,
        promised.id as promise,
        promised.value as promised_value,
        promised.supplier as promised_by,
        promised.calendar as promised_calendar,
        promised.since as promised_since,
        promised.until as promised_until
    from resting
    join agreed on agreed.id = resting.agreed
    join told as promised on promised.id = resting.promised
    where
        coalesce(promised.priority, agreed.priority, '') = coalesce(agreed.priority, promised.priority, '')
        and coalesce(promised.case_kind, agreed.case_kind, '') = coalesce(agreed.case_kind, promised.case_kind, '')
),
hours as (
    select
        pairs.id,
        pairs.promise,
        count(*) as spans,
        count(distinct agreed_hours.weekday || ' ' || agreed_hours.opens)
            filter (where promised_hours.opens <= agreed_hours.opens and promised_hours.closes >= agreed_hours.closes) as covered,
        count(distinct agreed_hours.weekday || ' ' || agreed_hours.opens) as wanted,
        bool_and(promised_hours.zone is null or promised_hours.zone = agreed_hours.zone) as same_zone
    from pairs
    join calendars as agreed_hours on agreed_hours.id = pairs.calendar
    left join calendars as promised_hours on promised_hours.id = pairs.promised_calendar and promised_hours.weekday = agreed_hours.weekday
    where pairs.promised_calendar in (select id from calendars)
    group by pairs.id, pairs.promise
),
series as (
    select id, exp(sum(ln(greatest(promised_value, 0.0001) / 100.0))) * 100 as percent
    from pairs
    where metric = 'availability_percent'
    group by id
)
select
    pairs.id || '|' || pairs.promise as item,
    pairs.about as service,
    not pairs.shorter_is_better and not pairs.higher_is_better as direction_unknown,
    (pairs.shorter_is_better and pairs.promised_value > pairs.value) or (pairs.higher_is_better and pairs.promised_value < pairs.value) as looser,
    coalesce(pairs.promised_since > greatest(pairs.since, audit_period.starts_at), false)
        or coalesce(pairs.promised_until < least(coalesce(pairs.until, audit_period.ends_at), audit_period.ends_at), false) as not_in_force,
    coalesce(hours.same_zone and hours.covered < hours.wanted, false) as not_covered,
    coalesce(series.percent < pairs.value - 0.000001, false) as short_in_series,
    pairs.metric,
    pairs.value as agreed,
    pairs.promised_value as promised,
    round(series.percent, 4) as in_series,
    pairs.promised_by as supplier,
    pairs.source_file,
    pairs.source_row
from pairs
cross join audit_period
left join hours on hours.id = pairs.id and hours.promise = pairs.promise
left join series on series.id = pairs.id
