-- In one service priorities are lowered late because a workaround is in place, and the note says so.
-- then: lower_priorities
create or replace temp table lowered as
with busiest as (
    select service from cases where kind = 'incident' group by service order by count(*) desc, service limit 1
)
select cases.id, cases.service, cases.priority as before, cast(cast(cases.priority as integer) + 1 as varchar) as after, cases.resolved_at - interval 2 minute as moment,
    'A workaround is in place; the user can go on with the old form.' as note
from cases
join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
where
    cases.service in (select service from busiest)
    and cases.kind = 'incident'
    and cases.priority in ('1', '2', '3')
    and cases.resolved_at is not null
    and cases.reopen_count = 0
    and cases.elapsed_minutes >= 0.75 * target_minutes.minutes
    and cases.id not in (select "case" from case_events where field = 'priority');
