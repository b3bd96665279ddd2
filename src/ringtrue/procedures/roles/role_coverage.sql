with sampled as (
    select live_services.id, live_services.source_file, live_services.source_row
    from live_services
    cross join audit_period
    where audit_period.scoped or live_services.criticality in ('critical', 'high')
),
suppliers as (
    select service from service_dependencies where kind = 'supplier'
    union
    select service from role_holders where role in ('external_supplier', 'internal_supplier') and service is not null
),
roles as (
    select unnest(['customer', 'user', 'service_owner', 'practitioner']) as role
),
cells as (
    select sampled.id as service, roles.role, sampled.source_file, sampled.source_row
    from sampled
    cross join roles
    union all
    select sampled.id as service, 'supplier' as role, sampled.source_file, sampled.source_row
    from sampled
    where sampled.id in (select service from suppliers)
    union all
    select null as service, once.role, first_service.source_file, first_service.source_row
    from (select unnest(['process_owner', 'top_management']) as role) as once
    cross join (select min(source_file) as source_file, min(source_row) as source_row from sampled having count(*) > 0) as first_service
),
refused as (
    select
        interview,
        bool_and(
            coalesce(
                regexp_matches(lower(trim(text)), '^(declined|refused|did not want to|abgelehnt|verweigert|lehnte ab|refusé|a refusé|décliné|rechazad|rehus)'), false
            )
        ) as is_refused
    from answers
    group by interview
),
asked as (
    select
        interviews.id,
        case when interviews.role in ('internal_supplier', 'external_supplier') then 'supplier' else interviews.role end as role,
        interviews.role as held_role,
        interviews.party,
        interviews.service,
        coalesce(refused.is_refused, false) as is_refused
    from interviews
    left join refused on refused.interview = interviews.id
),
filling as (
    select id, role, service, is_refused from asked where service is not null and role not in ('process_owner', 'top_management')
    union
    select asked.id, asked.role, role_holders.service, asked.is_refused
    from asked
    join role_holders on role_holders.party = asked.party and role_holders.role = asked.held_role
    where asked.service is null and role_holders.service is not null
    union
    select id, role, null as service, is_refused from asked where role in ('process_owner', 'top_management')
),
held as (
    select
        coalesce(service, 'organisation') as about,
        role,
        count(*) filter (where not is_refused) as interviews,
        count(*) filter (where is_refused) as refusals
    from filling
    group by coalesce(service, 'organisation'), role
)
select
    concat(coalesce(cells.service, 'organisation'), '|', cells.role) as item,
    cells.service,
    coalesce(held.interviews = 0 and held.refusals > 0, false) as declined,
    coalesce(held.interviews, 0) = 0 as not_asked,
    coalesce(cells.service, 'organisation') as about,
    cells.role,
    coalesce(held.interviews, 0) as interviews,
    cells.source_file,
    cells.source_row
from cells
left join held on held.about = coalesce(cells.service, 'organisation') and held.role = cells.role
