-- The cases, changes and services that each control holds for: of the kind that it names, and with all that applies_to asks of them.
-- Conditions are compared without regard to case and spaces; one on a column that is not listed here is met by nothing.
with conditions as (
    select distinct id as control, replace(lower(condition), ' ', '') as condition
    from (select id, unnest(applies_to) as condition from controls) as listed
),
asked as (
    select control, count(*) as conditions from conditions group by control
),
objects as (
    select 'case' as object_kind, id as object, opened_at as "at" from cases
    union all
    select 'change' as object_kind, id as object, coalesce(started_at, planned_start, created_at) as "at" from changes
    union all
    select 'service' as object_kind, id as object, live_from as "at" from services where status is null or status = 'live'
),
told as (
    select 'case' as object_kind, id as object, 'kind=' || kind as fact from cases where kind is not null
    union all
    select 'case' as object_kind, id as object, 'priority=' || priority as fact from cases where priority is not null
    union all
    select 'case' as object_kind, id as object, 'impact=' || impact as fact from cases where impact is not null
    union all
    select 'case' as object_kind, id as object, 'urgency=' || urgency as fact from cases where urgency is not null
    union all
    select 'case' as object_kind, id as object, 'category=' || category as fact from cases where category is not null
    union all
    select 'case' as object_kind, id as object, 'service=' || service as fact from cases where service is not null
    union all
    select 'case' as object_kind, id as object, 'environment=' || environment as fact from cases where environment is not null
    union all
    select 'case' as object_kind, id as object, 'team=' || team as fact from cases where team is not null
    union all
    select 'case' as object_kind, id as object, case when major then 'major=true' else 'major=false' end as fact from cases where major is not null
    union all
    select 'change' as object_kind, id as object, 'class=' || class as fact from changes where class is not null
    union all
    select 'change' as object_kind, id as object, 'service=' || service as fact from changes where service is not null
    union all
    select 'change' as object_kind, id as object, case when major then 'major=true' else 'major=false' end as fact from changes where major is not null
    union all
    select 'service' as object_kind, id as object, 'id=' || id as fact from services
    union all
    select 'service' as object_kind, id as object, 'criticality=' || criticality as fact from services where criticality is not null
    union all
    select 'service' as object_kind, id as object, 'parent=' || parent as fact from services where parent is not null
),
facts as (
    select told.object_kind, told.object, replace(lower(told.fact), ' ', '') as fact
    from told
),
met as (
    select conditions.control, facts.object_kind, facts.object, count(distinct conditions.condition) as conditions
    from conditions
    join facts on facts.fact = conditions.condition
    group by conditions.control, facts.object_kind, facts.object
)
select controls.id as control, objects.object_kind, objects.object, objects."at"
from controls
join objects on objects.object_kind = controls.object_kind
left join asked on asked.control = controls.id
left join met on met.control = controls.id and met.object_kind = objects.object_kind and met.object = objects.object
where asked.conditions is null or met.conditions = asked.conditions
