with told as (
    select count(*) > 0 as links
    from given_columns
    where (table_name = 'requirements' and column_name = 'needs') or table_name = 'trace_links'
),
decided as (
    select distinct origin as need from actions where kind = 'decision' and decided_at is not null
),
looked_at as (
    select threads.need, threads.service, threads.importance, threads.captured_at, threads.requirements, threads.source_file, threads.source_row
    from threads
    cross join audit_period
    where
        (threads.service in (select id from live_services) or (threads.service is null and not audit_period.scoped))
        and (threads.captured_at is null or threads.captured_at < audit_period.ends_at)
)
select
    looked_at.need as item,
    looked_at.service,
    not told.links as links_untold,
    looked_at.requirements = 0
        and decided.need is null
        and coalesce(epoch(looked_at.captured_at) > epoch(today."at") - $young_days * 86400, false) as young,
    looked_at.requirements = 0 and decided.need is null as no_requirement,
    looked_at.importance,
    needs.statement,
    looked_at.requirements = 0 and decided.need is not null as refused,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join told
cross join today
join needs on needs.id = looked_at.need
left join decided on decided.need = looked_at.need
