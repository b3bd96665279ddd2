-- kept
-- Whether each requirement says how it is to be measured: metric, operator, value and unit, in itself or in a target that names it. A metric
-- whose name ends with its unit (resolution_minutes) tells the unit too. vague: its first vague word.
with targeted as (
    select
        thread_links."from" as requirement,
        max(targets.metric) as metric,
        max(targets.operator) as operator,
        max(targets.value) as value,
        max(targets.unit) as unit
    from thread_links
    join targets on targets.id = thread_links."to"
    where thread_links.from_kind = 'requirement' and thread_links.to_kind = 'target'
    group by thread_links."from"
),
stated as (
    select
        requirements.id,
        coalesce(requirements.metric, targeted.metric) as metric,
        coalesce(requirements.operator, targeted.operator) as operator,
        coalesce(requirements.target, targeted.value) as value,
        coalesce(requirements.unit, targeted.unit) as unit,
        targeted.requirement is not null as has_target,
        vague_words.word as vague
    from requirements
    left join vague_words on vague_words.requirement = requirements.id
    left join targeted on targeted.requirement = requirements.id
)
select
    id as requirement,
    metric is not null as has_metric,
    operator is not null or has_target as has_operator,
    value is not null as has_value,
    unit is not null or coalesce(regexp_matches(metric, '_(percent|minutes|hours|days|seconds|count)$'), false) as has_unit,
    vague
from stated
