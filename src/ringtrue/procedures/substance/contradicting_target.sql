with only_customers as (
    select service, min(customer) as customer
    from agreements
    where kind = 'sla' and customer is not null
    group by service
    having count(distinct customer) = 1
),
promised as (
    select
        'target ' || targets.id as source,
        coalesce(targets.service, agreements.service) as service,
        targets.metric,
        targets.value,
        targets.unit,
        targets.operator,
        case when coalesce(agreements.kind, 'sla') = 'sla' then 'customer' else 'supplier' end as side,
        case when coalesce(agreements.kind, 'sla') = 'sla' then agreements.customer else agreements.supplier end as party,
        targets.case_kind,
        targets.priority,
        targets.calendar,
        targets.attainment_target,
        coalesce(targets.valid_from, agreements.valid_from) as begins_at,
        coalesce(targets.valid_to, agreements.valid_to) as ceases_at,
        targets.source_file,
        targets.source_row
    from targets
    left join agreements on agreements.id = targets.agreement
    where targets.value is not null
),
only_shares as (
    select service, lower(metric) as metric, min(attainment_target) as attainment_target
    from promised
    where side = 'customer' and priority is null and case_kind is null
    group by service, lower(metric)
    having count(distinct attainment_target) = 1
),
told as (
    select * from promised
    union all
    select
        'requirement ' || requirements.id as source,
        requirements.service,
        requirements.metric,
        requirements.target as value,
        requirements.unit,
        requirements.operator,
        'customer' as side,
        null as party,
        null as case_kind,
        null as priority,
        null as calendar,
        only_shares.attainment_target,
        requirements.agreed_at as begins_at,
        null as ceases_at,
        requirements.source_file,
        requirements.source_row
    from requirements
    left join only_shares on only_shares.service = requirements.service and only_shares.metric = lower(requirements.metric)
    where requirements.metric is not null and requirements.target is not null
    union all
    select
        'agreement ' || id as source,
        service,
        'satisfaction_percent' as metric,
        satisfaction_target as value,
        null as unit,
        '>=' as operator,
        'customer' as side,
        customer as party,
        null as case_kind,
        null as priority,
        null as calendar,
        null as attainment_target,
        valid_from as begins_at,
        valid_to as ceases_at,
        source_file,
        source_row
    from agreements
    where kind = 'sla' and satisfaction_target is not null
),
measured as (
    select
        told.*,
        regexp_replace(regexp_replace(lower(trim(told.metric)), '[^\p{L}\p{N}]+', '_', 'g'), '_(minutes|hours|days|seconds|percent|share|target)$', '') as name,
        case
            when regexp_matches(lower(coalesce(told.unit, told.metric)), 'percent|prozent|%|pour cent|por ciento') then 'percent'
            when regexp_matches(lower(coalesce(told.unit, told.metric)), '(^|_)(share|fraction|ratio|anteil)') then 'share'
            when regexp_matches(lower(coalesce(told.unit, told.metric)), '(^|_)(m|min|mins|minutes?|minuten|minutos)$') then 'minutes'
            when regexp_matches(lower(coalesce(told.unit, told.metric)), '(^|_)(h|hrs?|hours?|stunden?|heures?|horas?)$') then 'hours'
            when regexp_matches(lower(coalesce(told.unit, told.metric)), '(^|_)(d|days?|tage?|jours?|días?)$') then 'days'
            when regexp_matches(lower(coalesce(told.unit, told.metric)), '(^|_)(s|secs?|seconds?|sekunden|secondes|segundos)$') then 'seconds'
            else lower(coalesce(told.unit, ''))
        end as in_unit
    from told
),
compared as (
    select
        measured.source,
        measured.service,
        measured.name,
        measured.value * case in_unit when 'hours' then 60.0 when 'days' then 1440.0 when 'seconds' then 1 / 60.0
            when 'share' then 100.0 when 'percent' then case when value <= 1 and value > 0 then 100.0 else 1.0 end else 1.0 end as value,
        case when in_unit in ('minutes', 'hours', 'days', 'seconds') then 'minutes' when in_unit in ('percent', 'share') then 'percent' else in_unit end
            as unit,
        case
            when measured.operator in ('<', '<=', '≤') then 'at most'
            when measured.operator in ('>', '>=', '≥') then 'at least'
            when in_unit in ('minutes', 'hours', 'days', 'seconds') then 'at most'
            else 'at least'
        end as direction,
        measured.side,
        coalesce(measured.party, case when measured.side = 'customer' then only_customers.customer end, '') as party,
        coalesce(measured.case_kind, '') as case_kind,
        lower(coalesce(measured.priority, '')) as priority,
        coalesce(measured.calendar, services.calendar, '') as calendar,
        coalesce(measured.attainment_target, 0) as attainment_target,
        greatest(epoch(coalesce(measured.begins_at, audit_period.starts_at)), epoch(audit_period.starts_at)) as begins,
        least(epoch(coalesce(measured.ceases_at, audit_period.ends_at)), epoch(audit_period.ends_at)) as ceases,
        measured.source_file,
        measured.source_row
    from measured
    cross join audit_period
    left join services on services.id = measured.service
    left join only_customers on only_customers.service = measured.service
    where
        measured.service in (select id from live_services)
        or (not audit_period.scoped and (measured.service is null or measured.service not in (select id from services)))
),
keyed as (
    select
        concat_ws(
            '|',
            coalesce(service, 'organisation'),
            name,
            case when side = 'supplier' then 'supplier' end,
            nullif(party, ''),
            nullif(case_kind, ''),
            nullif(priority, ''),
            nullif(calendar, ''),
            case when attainment_target > 0 then cast(attainment_target as varchar) end,
            direction,
            nullif(unit, '')
        ) as item,
        compared.*
    from compared
    where ceases > begins
),
ordered as (
    select keyed.*, row_number() over (partition by item order by value, source, source_file, source_row) as place from keyed
),
spans as (
    select item, value, begins, ceases, min(source) as source, min(place) as place from ordered group by item, value, begins, ceases
),
clashes as (
    select
        one.item,
        one.source as one_source,
        other.source as other_source,
        one.value as lower_value,
        other.value as higher_value,
        row_number() over (partition by one.item order by other.value - one.value desc, one.place, other.place) as place
    from spans as one
    join spans as other
        on other.item = one.item
        and other.value > one.value + 1e-9
        and least(one.ceases, other.ceases) - greatest(one.begins, other.begins) > 86400
),
prose as (
    select
        document_services.service,
        cast(
            replace(
                nullif(
                    regexp_extract(
                        document_versions.text,
                        '(?i)(availab|verfügbar|disponib)[^.\n]{0,60}?\b([0-9]{2}([.,][0-9]+)?) ?(%|percent|prozent|pour cent|por ciento)',
                        2
                    ),
                    ''
                ),
                ',',
                '.'
            ) as double
        ) as value
    from document_texts
    join document_services on document_services.document = document_texts.document
    join document_versions
        on document_versions.document = document_texts.document
        and document_versions.source_file = document_texts.source_file
        and document_versions.source_row = document_texts.source_row
    where document_texts.place = 1
),
items as (
    select
        item,
        any_value(service) as service,
        any_value(name) as metric,
        any_value(unit) as unit,
        any_value(side) as side,
        count(*) as sources,
        min(value) as lower_value,
        max(value) as higher_value,
        min(source) as one_source,
        arg_min(source_file, place) as source_file,
        arg_min(source_row, place) as source_row
    from ordered
    group by item
),
read_elsewhere as (
    select items.item, count(*) as n
    from items
    join prose on prose.service = items.service and prose.value is not null
    where items.metric = 'availability' and items.side = 'customer' and (prose.value < items.lower_value or prose.value > items.higher_value)
    group by items.item
)
select
    items.item,
    items.service,
    clashes.item is not null as contradicts,
    items.metric || case when items.unit <> '' then ' (' || items.unit || ')' else '' end as metric,
    items.sources,
    coalesce(clashes.lower_value, items.lower_value) as lower_value,
    coalesce(clashes.higher_value, items.higher_value) as higher_value,
    coalesce(clashes.one_source, items.one_source) as one_source,
    clashes.other_source,
    coalesce(read_elsewhere.n, 0) as documents_that_differ,
    items.source_file,
    items.source_row
from items
left join clashes on clashes.item = items.item and clashes.place = 1
left join read_elsewhere on read_elsewhere.item = items.item
