-- The incidents of a service in the 72 hours after one of its changes, with the last change before each.
with compared as (
    select distinct change from change_windows where week = 0 and hours = 72 and not is_expected
),
marks as (
    select changes.service, epoch(coalesce(changes.ended_at, changes.started_at)) as moment, 0 as place, changes.id as change, null as "case"
    from changes
    join compared on compared.change = changes.id
    union all
    select service, epoch(opened_at) as moment, 1 as place, null as change, id as "case"
    from cases
    where kind = 'incident' and id not in (select "from" from case_links where kind in ('child_of', 'duplicate_of'))
),
followed as (
    select
        "case",
        last_value(change ignore nulls) over (
            partition by service order by moment, place rows between unbounded preceding and current row
        ) as change
    from marks
    where service is not null
)
select
    cases.service as object,
    cases.id as item,
    cases.service,
    changes.id as change,
    coalesce(changes.ended_at, changes.started_at) as change_ended_at,
    cases.opened_at,
    round((epoch(cases.opened_at) - epoch(coalesce(changes.ended_at, changes.started_at))) / 3600.0, 1) as hours_after,
    cases.source_file,
    cases.source_row
from followed
join cases on cases.id = followed."case"
join changes on changes.id = followed.change
where epoch(cases.opened_at) - epoch(coalesce(changes.ended_at, changes.started_at)) < 72 * 3600
