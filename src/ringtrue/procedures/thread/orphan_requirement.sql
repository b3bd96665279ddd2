with told as (
    select count(*) > 0 as links
    from given_columns
    where (table_name = 'requirements' and column_name = 'needs') or table_name = 'trace_links'
),
named as (
    select requirement, count(*) as links, count(*) filter (where need_known) as known from need_links group by requirement
),
looked_at as (
    select
        requirements.*,
        coalesce(named.links, 0) as links,
        coalesce(named.known, 0) as known,
        sourced_requirements.requirement is not null as has_other_source
    from requirements
    cross join audit_period
    left join named on named.requirement = requirements.id
    left join sourced_requirements on sourced_requirements.requirement = requirements.id
    where requirements.service in (select id from live_services) or (requirements.service is null and not audit_period.scoped)
)
select
    looked_at.id as item,
    looked_at.service,
    not told.links as links_untold,
    looked_at.links > 0 and looked_at.known = 0 and not looked_at.has_other_source as unknown_need,
    looked_at.links = 0 and not looked_at.has_other_source as no_need,
    looked_at.facet,
    looked_at.statement,
    case when parties.kind = 'person' or parties.id is null then pseudonyms.pseudonym else looked_at.source_party end as source_party,
    looked_at.known = 0 and looked_at.has_other_source as explained,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join told
left join parties on parties.id = looked_at.source_party
left join pseudonyms on pseudonyms.person = looked_at.source_party
