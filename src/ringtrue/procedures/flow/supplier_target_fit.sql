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
        promised.unit as promised_unit,
        promised.agreement as promised_in,
        coalesce(promised.supplier, promised.agreement) as promised_by,
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
-- Contracts of one supplier that follow one another are one promise: it is in force unless time passes between them.
windows as (
    select
        pairs.id,
        pairs.promised_by,
        pairs.promised_since as since,
        pairs.promised_until as until,
        greatest(pairs.since, audit_period.starts_at) as wanted_since,
        least(pairs.until, audit_period.ends_at) as wanted_until,
        max(coalesce(pairs.promised_until, audit_period.ends_at)) over (
            partition by pairs.id, pairs.promised_by
            order by coalesce(pairs.promised_since, audit_period.starts_at), pairs.promise
            rows between unbounded preceding and 1 preceding
        ) as held_until
    from pairs
    cross join audit_period
),
gaps as (
    select
        id,
        promised_by,
        bool_or(since > wanted_since and since < wanted_until and (held_until is null or epoch(since) > epoch(held_until) + 86400)) as begins_late,
        max(coalesce(until, wanted_until)) < any_value(wanted_until) as ends_early,
        bool_and(since >= wanted_until) as begins_after
    from windows
    group by id, promised_by
),
of_contracts as (
    select id, promised_by, promised_in, exp(sum(ln(greatest(promised_value, 0.0001) / 100.0))) as share
    from pairs
    where metric = 'availability_percent'
    group by id, promised_by, promised_in
),
of_suppliers as (
    select id, promised_by, max(share) as share from of_contracts group by id, promised_by
),
series as (
    select id, exp(sum(ln(share))) * 100 as percent from of_suppliers group by id
)
select
    pairs.id || '|' || pairs.promise as item,
    pairs.about as service,
    not pairs.shorter_is_better and not pairs.higher_is_better as direction_unknown,
    coalesce(lower(trim(pairs.unit)) <> lower(trim(pairs.promised_unit)), false) as units_differ,
    (pairs.shorter_is_better and pairs.promised_value > pairs.value) or (pairs.higher_is_better and pairs.promised_value < pairs.value) as looser,
    coalesce(gaps.begins_late, false) or coalesce(gaps.ends_early, false) or coalesce(gaps.begins_after, false) as not_in_force,
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
left join gaps on gaps.id = pairs.id and gaps.promised_by = pairs.promised_by
left join hours on hours.id = pairs.id and hours.promise = pairs.promise
left join series on series.id = pairs.id
