with dated as (
    select *, begins_at as "at" from period_changes where begins_in_period and in_scope
),
crises as (
    select service, "at" as begins_at, coalesce(until, "at") as ends_at from context_events where kind = 'major_incident'
),
explained as (
    select distinct dated.id
    from dated
    join crises
        on coalesce(crises.service, dated.service, '') = coalesce(dated.service, '')
        and dated."at" >= crises.begins_at
        and epoch(dated."at") <= epoch(crises.ends_at) + $crisis_days * 86400
    where dated.class = 'emergency'
)
select
    dated.id as item,
    dated.service,
    dated.class is null as class_unknown,
    dated.class = 'emergency' and explained.id is null as is_emergency,
    dated.class,
    dated."at" as started_at,
    explained.id is not null as in_crisis,
    dated.source_file,
    dated.source_row
from dated
left join explained on explained.id = dated.id
