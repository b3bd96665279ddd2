-- What had to be there before a change went live, and was; some were sent back once for something missing.
with seen as (
    select
        changes.id as change,
        items.item,
        items.for_major = false or changes.major as required,
        items.for_major = false or changes.major as present,
        changes.created_at + to_seconds(cast(
            (0.3 + 0.6 * draw('gate', changes.id || items.item)) * epoch(coalesce(changes.started_at, changes.planned_start) - changes.created_at) as bigint
        )) as recorded_at,
        draw('sent back', changes.id || items.item) < 0.03 as sent_back
    from changes
    cross join (
        values
        ('acceptance', false),
        ('test result', false),
        ('back-out plan', false),
        ('notice to users', false),
        ('handover to operation', true),
        ('security check', true),
        ('continuity plan looked at', true)
    ) as items (item, for_major)
    where changes.class = 'normal'
)
select * from seen where recorded_at < $ends order by change, item
