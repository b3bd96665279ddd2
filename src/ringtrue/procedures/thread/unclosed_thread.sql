with told as (
    select
        count(*) filter (where (table_name = 'requirements' and column_name = 'needs') or table_name = 'trace_links') > 0 as links,
        count(*) filter (where table_name in ('measurements', 'target_runs')) > 0 as readings,
        count(*) filter (where table_name = 'reviews') > 0 as reviews,
        count(*) filter (where table_name = 'actions') > 0 as actions
    from given_columns
),
decided as (
    select distinct origin as need from actions where kind = 'decision' and decided_at is not null
),
looked_at as (
    select threads.*, needs.statement, decided.need is not null and threads.break_at is not null as refused
    from threads
    cross join audit_period
    join needs on needs.id = threads.need
    left join decided on decided.need = threads.need
    where
        (threads.service in (select id from live_services) or (threads.service is null and not audit_period.scoped))
        and (threads.captured_at is null or threads.captured_at < audit_period.ends_at)
)
select
    looked_at.need as item,
    looked_at.service,
    coalesce(epoch(looked_at.captured_at) > epoch(today."at") - $young_days * 86400, false) as young,
    not told.links
        or coalesce(looked_at.break_at = 'reading' and not told.readings, false)
        or coalesce(looked_at.break_at = 'review' and not told.reviews, false)
        or coalesce(looked_at.break_at in ('action', 'effect') and not told.actions, false) as untold,
    not looked_at.refused and coalesce(looked_at.break_at = 'requirement', false) as no_requirement,
    not looked_at.refused and coalesce(looked_at.break_at = 'measure', false) as no_measure,
    not looked_at.refused and coalesce(looked_at.break_at = 'reading', false) as no_reading,
    not looked_at.refused and coalesce(looked_at.break_at = 'review', false) as no_review,
    not looked_at.refused and coalesce(looked_at.break_at = 'action', false) as no_action,
    not looked_at.refused and coalesce(looked_at.break_at = 'effect', false) as no_check,
    looked_at.importance,
    looked_at.statement,
    looked_at.suspect,
    looked_at.refused,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join told
cross join today
