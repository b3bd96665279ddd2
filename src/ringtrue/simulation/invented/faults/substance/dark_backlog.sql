-- In some services old cases stay open for months and are taken out of the reports.
create or replace temp table planted as
with busy as (
    select service from cases where opened_at >= timestamp '2026-01-15' and opened_at < timestamp '2026-07-15' group by service having count(*) >= 150
)
select service as object from busy order by draw('dark-backlog', service) limit 3;
create or replace temp table forgotten as
select id, 'SLA-' || service as agreement
from cases
where
    service in (select object from planted)
    and opened_at >= timestamp '2026-01-15'
    and opened_at < timestamp '2026-07-15'
    and kind <> 'problem'
    and state = 'closed'
    and draw('dark-backlog hit', id) < 0.045 * $strength;
delete from case_events
where "case" in (select id from forgotten) and activity in ('resolved', 'reopened', 'confirmed', 'closed');
update target_runs
set state = 'cancelled', stopped_at = null, elapsed_minutes = null, paused_minutes = null, reported_attained = null
where "case" in (select id from forgotten);
update cases
set
    state = 'in_progress', resolved_at = null, closed_at = null, closed_by = null, close_code = null, close_note = null, breach_reason = null,
    elapsed_minutes = null, reported_attained = null, reopen_count = 0, in_reports = false
where id in (select id from forgotten);
