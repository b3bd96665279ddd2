-- In some services cases that are about to miss their target are marked as not counting shortly before.
create or replace temp table planted as
with late as (
    select cases.service
    from cases
    join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
    where cases.kind <> 'problem' and cases.resolved_at >= timestamp '2025-10-05' and cases.reopen_count = 0
        and cases.elapsed_minutes >= 0.75 * target_minutes.minutes
    group by cases.service
    having count(*) >= 80
)
select service as object from late order by draw('recategorise', service) limit 3;
create or replace temp table left_out as
select cases.id, cases.resolved_at - interval 2 minute as moment, cases.assignee, cases.team
from cases
join target_minutes on target_minutes.service = cases.service and target_minutes.priority = cases.priority
where
    cases.service in (select object from planted)
    and cases.kind <> 'problem'
    and cases.resolved_at is not null
    and cases.reopen_count = 0
    and cases.elapsed_minutes >= 0.75 * target_minutes.minutes
    and draw('recategorise hit', cases.id) < 0.9 * $strength;
insert into case_events ("case", "at", sequence, recorded_at, activity, actor, acting_team, field, old, new)
select id, moment, 97, moment + interval 2 second, 'field_changed', assignee, team, 'exclusion', null, 'waits for a part' from left_out;
update cases set exclusion = 'waits for a part' where id in (select id from left_out);
