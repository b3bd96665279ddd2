with made as (
    select
        closures."case" as item,
        closures.service,
        closures.closed_by,
        closures.closed_at,
        coalesce(parents.parent, closures."case") as trouble,
        closures.source_file,
        closures.source_row
    from closures
    left join (
        select "from" as "case", min("to") as parent from case_links where kind in ('child_of', 'duplicate_of') group by "from"
    ) as parents
        on parents."case" = closures."case"
    where closures.closed_by is not null and not closures.is_automatic and not closures.in_campaign
),
counted as (
    select made.*, row_number() over (partition by closed_by, trouble order by closed_at, item) as place
    from made
),
windows as (
    select
        counted.*,
        count(*) over (
            partition by closed_by order by epoch(closed_at) range between current row and $window_seconds following
        ) as in_window
    from counted
    where place = 1
),
busiest as (
    select
        windows.*,
        max(in_window) over (
            partition by closed_by order by epoch(closed_at) range between $window_seconds preceding and current row
        ) as closings_near
    from windows
)
select
    pseudonyms.pseudonym as object,
    busiest.item,
    busiest.service,
    busiest.closed_at,
    busiest.closings_near,
    busiest.source_file,
    busiest.source_row
from busiest
join pseudonyms on pseudonyms.person = busiest.closed_by
where busiest.closings_near >= $least_closings
