with given as (
    select
        count(*) filter (where table_name = 'requirements' and column_name = 'agreed_at') > 0 as agreements,
        count(*) filter (
            where (table_name = 'requirements' and column_name = 'target') or (table_name = 'targets' and column_name = 'value')
        ) > 0 as targets,
        count(*) filter (where table_name = 'measures' and column_name in ('requirements', 'service')) > 0
        and count(*) filter (where table_name = 'measurements') > 0 as measures,
        count(*) filter (where table_name = 'requirements' and column_name = 'tested_at') > 0 as tests
    from given_columns
),
facets as (
    select 'utility' as facet, null as words
    union all
    select 'availability' as facet, 'availab|uptime|verfügbar|disponib' as words
    union all
    select 'capacity' as facet, 'capacity|throughput|performance|latency|concurren|kapazität|capacité|capacidad' as words
    union all
    select 'security' as facet, 'securit|vulnerab|patch|sicherheit|sécurité|seguridad' as words
    union all
    select 'continuity' as facet, 'continuity|recover|restore|(^|[^a-z])(rto|rpo)([^a-z]|$)|kontinuität|wiederher|continuité|continuidad' as words
),
live as (
    select
        services.*,
        (epoch(today."at") - epoch(services.live_from)) / 86400.0 as days_live
    from services
    cross join today
    where
        coalesce(services.status, 'live') = 'live'
        and (services.live_from is null or services.live_from < today."at")
        and (services.id in (select service from audit_scope) or not (select scoped from audit_period))
),
asked as (
    select
        requirements.*,
        regexp_matches(
            lower(requirements.statement),
            '^\s*(is )?(not (needed|required|applicable)|nicht (erforderlich|nötig|notwendig|benötigt)|pas (nécessaire|requis)|no (es )?necesari)'
        ) as not_needed,
        (epoch(today."at") - epoch(requirements.tested_at)) / 86400.0 as days_since_test
    from requirements
    cross join today
),
promised as (
    select
        coalesce(asked.service, targets.service, agreements.service) as service,
        coalesce(asked.facet, facets.facet) as facet,
        agreements.agreed_at
    from targets
    cross join audit_period
    left join agreements on agreements.id = targets.agreement
    left join asked on asked.id = targets.requirement
    left join facets on regexp_matches(lower(targets.metric), facets.words)
    where
        coalesce(agreements.kind, 'sla') = 'sla'
        and targets.value is not null
        and (coalesce(targets.valid_from, agreements.valid_from) is null or coalesce(targets.valid_from, agreements.valid_from) < audit_period.ends_at)
        and (coalesce(targets.valid_to, agreements.valid_to) is null or coalesce(targets.valid_to, agreements.valid_to) > audit_period.starts_at)
),
read as (
    select distinct measurements.measure
    from measurements
    cross join audit_period
    where measurements.period_end >= audit_period.starts_at and measurements.period_start < audit_period.ends_at
),
measuring as (
    select asked.service, asked.facet
    from (select id, unnest(requirements) as requirement from measures) as of_requirement
    join read on read.measure = of_requirement.id
    join asked on asked.id = of_requirement.requirement
    union
    select measures.service, 'utility' as facet
    from measures
    join read on read.measure = measures.id
    where measures.kind = 'outcome'
    union
    select measures.service, facets.facet
    from measures
    join read on read.measure = measures.id
    join facets on regexp_matches(lower(concat_ws(' ', measures.name, measures.definition)), facets.words)
),
accepted as (
    select service from changes where trim(coalesce(achieved_outcome, '')) <> ''
    union
    select changes.service
    from gate_items
    join changes on changes.id = gate_items.change
    where gate_items.present and regexp_matches(lower(gate_items.item), 'accept|abnahme|recette|acept')
    union
    select requirements.service
    from approval_decisions
    join requirements on requirements.id = approval_decisions.object
    where
        approval_decisions.object_kind = 'requirement'
        and requirements.facet = 'utility'
        and approval_decisions.is_granted
),
told as (
    select
        service,
        facet,
        count(agreed_at) > 0 as is_agreed,
        count(target) > 0 as has_target,
        max(tested_at) as tested_at,
        bool_or(coalesce(days_since_test <= coalesce(test_interval_days, $test_days), false)) as is_tested,
        bool_or(coalesce(not_needed, false)) as not_needed,
        min(coalesce(test_interval_days, $test_days)) as test_days,
        arg_min(source_file, id) as source_file,
        arg_min(source_row, id) as source_row
    from asked
    group by service, facet
),
sides as (
    select
        live.id as service,
        live.criticality,
        live.days_live,
        facets.facet,
        coalesce(told.not_needed, false) as not_needed,
        told.tested_at,
        coalesce(told.test_days, $test_days) as test_days,
        coalesce(told.is_agreed, false) or (live.id, facets.facet) in (select service, facet from promised where agreed_at is not null)
            as is_agreed,
        coalesce(told.has_target, false) or (live.id, facets.facet) in (select service, facet from promised) as has_target,
        (live.id, facets.facet) in (select service, facet from measuring) as is_measured,
        coalesce(told.is_tested, false) or (facets.facet = 'utility' and live.id in (select service from accepted)) as is_tested,
        coalesce(told.source_file, live.source_file) as source_file,
        coalesce(told.source_row, live.source_row) as source_row
    from live
    cross join facets
    left join told on told.service = live.id and told.facet = facets.facet
),
cells as (
    select 'agreed' as cell, is_agreed or not_needed as is_filled, given.agreements as is_given, false as not_due, sides.*
    from sides
    cross join given
    union all
    select 'targeted' as cell, has_target or not_needed as is_filled, given.targets as is_given, false as not_due, sides.*
    from sides
    cross join given
    union all
    select
        'measured' as cell,
        is_measured or not_needed as is_filled,
        given.measures as is_given,
        coalesce(days_live < $young_days, false) as not_due,
        sides.*
    from sides
    cross join given
    union all
    select
        'tested' as cell,
        is_tested or not_needed as is_filled,
        given.tests as is_given,
        coalesce(days_live < test_days, false) as not_due,
        sides.*
    from sides
    cross join given
)
select
    service || ' ' || facet || ' ' || cell as item,
    service,
    not is_filled and not is_given as not_given,
    not is_filled and not_due as not_due,
    cell = 'agreed' and not is_filled as not_agreed,
    cell = 'targeted' and not is_filled as no_target,
    cell = 'measured' and not is_filled as not_measured,
    cell = 'tested' and not is_filled as not_tested,
    criticality,
    facet,
    cell,
    case when cell = 'tested' then tested_at end as last_tested,
    not_needed,
    source_file,
    source_row
from cells
