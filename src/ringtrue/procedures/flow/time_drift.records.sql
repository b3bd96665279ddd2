-- The cases of a service, team or category, by the month in which they were opened.
with told as (
    select
        cases.id as item,
        cases.service,
        cases.team,
        cases.category,
        cases.priority,
        strftime(whole_months.month, '%Y-%m') as month,
        round(case_clock.wall / 60.0, 1) as hours,
        case_clock.is_open,
        cases.source_file,
        cases.source_row
    from cases
    join case_clock on case_clock."case" = cases.id
    join whole_months on whole_months.month = date_trunc('month', cases.opened_at)
    where
        (cases.kind is null or cases.kind <> 'problem')
        and case_clock.wall >= 0
        and cases.id not in (select "from" from case_links where kind in ('child_of', 'duplicate_of'))
)
select 'services' as family, service as object, item, service, priority, month, hours, is_open, source_file, source_row
from told
where service is not null
union all
select 'teams' as family, team as object, item, service, priority, month, hours, is_open, source_file, source_row
from told
where team is not null
union all
select 'categories' as family, category as object, item, service, priority, month, hours, is_open, source_file, source_row
from told
where category is not null
