-- kept
-- What each incident is about, so that the same trouble can be known again: its service and configuration item, or, where fewer than half
-- of the incidents name one, its service and category (matched_by says which; trouble is NULL where a part is not known). is_copy: linked
-- as child or duplicate of another incident, and so no trouble of its own.
with incidents as (
    select * from cases where kind = 'incident' and (state is null or state <> 'cancelled')
),
naming as (
    select 2 * count(configuration_item) >= count(*) as by_item from incidents
),
copies as (
    select "from" as "case" from case_links where kind in ('child_of', 'duplicate_of') group by "from"
)
select
    incidents.id as "case",
    incidents.service,
    case when naming.by_item then 'configuration item' else 'category' end as matched_by,
    incidents.service || ' / '
        || case when naming.by_item then incidents.configuration_item else incidents.category end as trouble,
    copies."case" is not null as is_copy,
    incidents.opened_at,
    coalesce(incidents.resolved_at, incidents.closed_at) as resolved_at,
    incidents.source_file,
    incidents.source_row
from incidents
cross join naming
left join copies on copies."case" = incidents.id
