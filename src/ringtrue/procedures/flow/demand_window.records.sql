-- The cases of a service, category or team by the day on which they came.
with told as (
    select cases.*, case_clock.wall, attainment.attained
    from cases
    cross join whole_arrivals
    join case_clock on case_clock."case" = cases.id
    left join attainment on attainment."case" = cases.id
    where
        (cases.kind is null or cases.kind <> 'problem')
        and cases.opened_at >= whole_arrivals.starts_at
        and cases.opened_at <= whole_arrivals.ends_at
        and cases.id not in (select "from" from case_links where kind in ('child_of', 'duplicate_of'))
)
select
    'services' as family, service as object, id as item, service, strftime(opened_at, '%Y-%m-%d') as day, opened_at, round(wall / 60.0, 1) as hours, attained, source_file, source_row
from told
where service is not null
union all
select
    'categories' as family, category as object, id as item, service, strftime(opened_at, '%Y-%m-%d') as day, opened_at, round(wall / 60.0, 1) as hours, attained, source_file, source_row
from told
where category is not null
union all
select
    'teams' as family, team as object, id as item, service, strftime(opened_at, '%Y-%m-%d') as day, opened_at, round(wall / 60.0, 1) as hours, attained, source_file, source_row
from told
where team is not null
