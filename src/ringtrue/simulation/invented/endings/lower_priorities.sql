-- What follows when priorities are lowered: the table lowered (id, before, after, moment, note) says of which cases, when, and what was noted.
insert into case_events ("case", "at", sequence, recorded_at, activity, actor, acting_team, field, old, new, note)
select lowered.id, lowered.moment, 97, lowered.moment + interval 2 second, 'field_changed', cases.assignee, cases.team, 'priority', lowered.before,
    lowered.after, lowered.note
from lowered
join cases on cases.id = lowered.id;
update cases
set priority = lowered.after, breach_reason = null, reported_attained = cases.elapsed_minutes <= target_minutes.minutes
from lowered
join target_minutes on target_minutes.service = lowered.service and target_minutes.priority = lowered.after
where cases.id = lowered.id;
update target_runs
set
    target = target_minutes.target, reported_attained = target_runs.elapsed_minutes <= target_minutes.minutes,
    state = case when target_runs.elapsed_minutes <= target_minutes.minutes then 'met' else 'missed' end
from lowered
join target_minutes on target_minutes.service = lowered.service and target_minutes.priority = lowered.after
where target_runs."case" = lowered.id;
