with parents as (
    select "from" as "case", min("to") as parent from case_links where kind = 'child_of' group by "from"
),
counted as (
    select
        closures.closed_by as actor,
        coalesce(parents.parent || ' and its children', closures."case") as trouble,
        min(closures.closed_at) as closed_at
    from closures
    left join parents on parents."case" = closures."case"
    where
        closures.closed_by is not null
        and not closures.is_automatic
        and closures."case" not in (
            select closures."case"
            from closures
            join context_events
                on context_events.kind in ('campaign', 'migration')
                and closures.closed_at >= context_events."at"
                and closures.closed_at <= coalesce(context_events.until, context_events."at")
        )
    group by closures.closed_by, coalesce(parents.parent || ' and its children', closures."case")
),
windows as (
    select
        actor,
        closed_at,
        count(*) over (
            partition by actor order by epoch(closed_at) range between current row and $window_seconds following
        ) as in_window
    from counted
)
select
    coalesce(pseudonyms.pseudonym, windows.actor) as object,
    count(*) as n,
    max(windows.in_window) as most_in_window,
    $window_seconds / 60.0 as window_minutes,
    480.0 * count(distinct cast(windows.closed_at as date)) as exposure_minutes
from windows
left join pseudonyms on pseudonyms.person = windows.actor
group by coalesce(pseudonyms.pseudonym, windows.actor)
order by object
