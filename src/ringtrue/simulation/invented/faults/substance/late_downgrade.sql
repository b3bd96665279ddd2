-- In some services the priority of cases that are about to miss their target is lowered shortly before, without a reason.
-- then: lower_priorities
create or replace temp table planted as
with often as (
    select cases.service
    from case_events
    join cases on cases.id = case_events."case"
    where
        case_events.field = 'priority'
        and case_events.new > case_events.old
        and case_events.note is null
        and cases.opened_at >= timestamp '2025-10-01'
    group by cases.service
    having count(*) >= 22
)
select service as object from often order by draw('late-downgrade', service) limit 2;
create or replace temp table lowered as
select cases.id, cases.service, cases.priority as before, cast(cast(cases.priority as integer) + 1 as varchar) as after, cases.resolved_at - interval 2 minute as moment,
    cast(null as varchar) as note
from cases
join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
where
    cases.service in (select object from planted)
    and cases.kind <> 'problem'
    and cases.priority in ('1', '2', '3')
    and cases.resolved_at is not null
    and cases.reopen_count = 0
    and cases.elapsed_minutes >= 0.75 * target_minutes.minutes
    and cases.id not in (select "case" from case_events where field = 'priority')
    and draw('late-downgrade hit', cases.id) < 1.2 * $strength;
