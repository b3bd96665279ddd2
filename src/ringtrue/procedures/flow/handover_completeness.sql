with items as (
    select
        gate_items.*,
        regexp_matches(lower(gate_items.item), '(accept|sign.?off|abnahme|freigabe|recette|acceptation|aceptaci)') as is_acceptance,
        changes.id as known_change,
        changes.class,
        changes.service,
        coalesce(changes.started_at, changes.ended_at) as live_at,
        coalesce(changes.ended_at, changes.started_at) as ended_at
    from gate_items
    left join changes on changes.id = gate_items.change
),
named as (
    select coalesce(bool_or(is_acceptance), false) as acceptance from items
),
looked_at as (
    select
        items.change,
        min(items.service) as service,
        min(items.class) as class,
        count(items.known_change) = 0 or min(items.live_at) is null as change_unknown,
        bool_or(items.required is null or (items.present is null and items.required)) as items_unknown,
        count(*) filter (where items.required) as items,
        count(*) filter (
            where items.required
                and (items.is_acceptance or not named.acceptance)
                and (not items.present or items.recorded_at > items.live_at)
        ) as unaccepted,
        count(*) filter (where items.required and not items.present) as absent,
        coalesce(
            bool_and(items.present and epoch(items.recorded_at) <= epoch(items.ended_at) + $later_hours * 3600)
                filter (where items.required),
            false
        )
        and min(items.class) = 'emergency' as in_time_for_emergency,
        string_agg(items.item, ', ' order by items.item)
            filter (where items.required and (not items.present or items.recorded_at > items.live_at)) as missing,
        coalesce(bool_or(items.sent_back), false) as sent_back,
        min(items.source_file) as source_file,
        min(items.source_row) as source_row
    from items
    cross join named
    cross join audit_period
    where
        (items.live_at is null or (items.live_at >= audit_period.starts_at and items.live_at < audit_period.ends_at))
        and (not audit_period.scoped or items.service in (select service from audit_scope))
    group by items.change
)
select
    change as item,
    service,
    change_unknown,
    items_unknown,
    unaccepted > 0 and not coalesce(in_time_for_emergency, false) as no_acceptance,
    absent > 0 and not coalesce(in_time_for_emergency, false) as incomplete,
    class,
    missing,
    items,
    sent_back,
    unaccepted > 0 and coalesce(in_time_for_emergency, false) as completed_later,
    source_file,
    source_row
from looked_at
