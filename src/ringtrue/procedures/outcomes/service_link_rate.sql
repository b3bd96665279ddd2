-- All records of the audit period, whatever the scope: a record without a service belongs to no scope.
with given as (
    select
        count(*) filter (where table_name = 'cases' and column_name = 'service') > 0 as cases_name_it,
        count(*) filter (where table_name = 'changes' and column_name = 'service') > 0 as changes_name_it,
        count(*) filter (
            where (table_name = 'configuration_items' and column_name = 'service')
            or (table_name = 'service_dependencies' and column_name = 'depends_on')
        ) > 0 as items_name_it
    from given_columns
),
catalogue as (
    select lower(id) as name, min(id) as service from services group by lower(id)
    union
    select lower(name) as name, min(id) as service
    from services
    where lower(name) not in (select lower(id) from services)
    group by lower(name)
),
records as (
    select
        'case' as kind,
        all_cases.id,
        all_cases.service as named,
        all_cases.state = 'new' and all_cases.resolved_at is null and all_cases.closed_at is null as is_new,
        given.cases_name_it as is_told,
        all_cases.source_file,
        all_cases.source_row
    from all_cases
    cross join given
    cross join audit_period
    where
        (all_cases.opened_at is null or all_cases.opened_at < audit_period.ends_at)
        and coalesce(all_cases.closed_at, all_cases.resolved_at, audit_period.ends_at) >= audit_period.starts_at
    union all
    select
        'change' as kind,
        period_changes.id,
        period_changes.service as named,
        false as is_new,
        given.changes_name_it as is_told,
        period_changes.source_file,
        period_changes.source_row
    from period_changes
    cross join given
    union all
    select
        'configuration item' as kind,
        configuration_items.id,
        coalesce(configuration_items.service, dependants.service) as named,
        false as is_new,
        given.items_name_it as is_told,
        configuration_items.source_file,
        configuration_items.source_row
    from configuration_items
    cross join given
    left join (
        select depends_on, min(service) as service
        from service_dependencies
        where kind is null or kind = 'configuration_item'
        group by depends_on
    ) as dependants on dependants.depends_on = configuration_items.id
)
select
    records.id as item,
    catalogue.service,
    records.kind,
    not records.is_told as services_untold,
    coalesce(records.is_new, false) as is_new,
    records.named is null as names_none,
    records.named is not null and catalogue.service is null as names_another,
    records.named,
    records.source_file,
    records.source_row
from records
left join catalogue on catalogue.name = lower(records.named)
