with near as (
    select
        closures."case" as item,
        closures.service,
        closures.closed_by,
        closures.closed_at,
        count(*) over (
            partition by closures.closed_by order by epoch(closures.closed_at) range between $window_seconds preceding and $window_seconds following
        ) as closings_near,
        closures.source_file,
        closures.source_row
    from closures
    where closures.closed_by is not null and not closures.is_automatic
)
select coalesce(pseudonyms.pseudonym, near.closed_by) as object, near.item, near.service, near.closed_at, near.closings_near, near.source_file, near.source_row
from near
left join pseudonyms on pseudonyms.person = near.closed_by
where near.closings_near >= $least_closings
