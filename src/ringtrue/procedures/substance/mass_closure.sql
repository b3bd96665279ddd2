with made as (
    select
        closures."case",
        closures.closed_by,
        closures.closed_at,
        coalesce(parents.parent, closures."case") as trouble
    from closures
    left join (
        select "from" as "case", min("to") as parent from case_links where kind in ('child_of', 'duplicate_of') group by "from"
    ) as parents
        on parents."case" = closures."case"
    where not closures.is_automatic and not closures.in_campaign
),
grain as (
    select count(distinct epoch(closed_at) - floor(epoch(closed_at) / 86400) * 86400) <= 2 as only_days from made
),
counted as (
    select closed_by as actor, trouble, min(closed_at) as closed_at
    from made
    where closed_by is not null
    group by closed_by, trouble
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
    pseudonyms.pseudonym as object,
    count(*) as n,
    max(windows.in_window) as most_in_window,
    $window_seconds / 60.0 as window_minutes,
    480.0 * count(distinct cast(windows.closed_at as date)) as exposure_minutes,
    case when any_value(grain.only_days) and count(*) >= $least_closings then 'closings are recorded by the day only, not by the minute' end
        as unreadable
from windows
join pseudonyms on pseudonyms.person = windows.actor
cross join grain
group by pseudonyms.pseudonym
union all
select
    'organisation' as object,
    count(*) as n,
    null as most_in_window,
    null as window_minutes,
    null as exposure_minutes,
    'no closing says who made it' as unreadable
from made
having count(*) > 0 and count(closed_by) = 0
order by object
