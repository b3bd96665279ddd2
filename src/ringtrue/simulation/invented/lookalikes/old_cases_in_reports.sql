-- Some cases have been open for months, and stand in the reports.
create or replace temp table waiting as
select id
from cases
where
    opened_at >= timestamp '2026-01-15'
    and opened_at < timestamp '2026-07-15'
    and kind <> 'problem'
    and state = 'closed'
    and id not in (select "from" from case_links)
    and id not in (select "to" from case_links)
    and draw('old in reports', id) < 0.004;
delete from case_events
where "case" in (select id from waiting) and activity in ('resolved', 'reopened', 'confirmed', 'closed');
update target_runs
set state = 'running', stopped_at = null, elapsed_minutes = null, paused_minutes = null, reported_attained = false
where "case" in (select id from waiting);
update cases
set
    state = 'in_progress', resolved_at = null, closed_at = null, closed_by = null, close_code = null, close_note = null, breach_reason = null,
    elapsed_minutes = null, reported_attained = false, reopen_count = 0
where id in (select id from waiting);
