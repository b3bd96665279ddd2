-- The users of some services were asked, and answered after ten days: their own time, though the case met its agreed time.
create or replace temp table asked_users as
select cases.id, cases.resolved_at, cases.requester
from cases
join services on services.id = cases.service
where
    cases.kind = 'incident'
    and cases.reported_attained
    and cases.state in ('resolved', 'closed')
    and cases.requester is not null
    and draw('users answer late', cases.service) < 0.1
    and draw('users answer late hit', cases.id) < 0.06
    and cases.opened_at > (select min(opened_at) from cases) + interval 12 day
    and cases.opened_at > services.live_from + interval 12 day;
create or replace temp table ready_steps as
select case_events.*, asked_users.requester
from case_events
join asked_users on asked_users.id = case_events."case" and asked_users.resolved_at = case_events."at"
where case_events.state = 'resolved';
update cases
set opened_at = opened_at - interval 10 day, recorded_at = recorded_at - interval 10 day
where id in (select id from asked_users);
update target_runs
set started_at = started_at - interval 10 day
where "case" in (select id from asked_users);
update case_events
set "at" = "at" - interval 10 day, recorded_at = recorded_at - interval 10 day
from asked_users
where asked_users.id = case_events."case" and case_events."at" < asked_users.resolved_at;
insert into case_events ("case", "at", sequence, recorded_at, activity, state, actor, team, acting_team, note)
select "case", "at" - interval 14398 minute, sequence, recorded_at - interval 14398 minute, 'message_to_user', null, actor, team, acting_team, 'Can you try again, please?'
from ready_steps
union all
select "case", "at" - interval 14397 minute, sequence, recorded_at - interval 14397 minute, 'waiting', 'waiting_user', actor, team, acting_team, null
from ready_steps
union all
select "case", "at" - interval 1 minute, sequence, recorded_at - interval 1 minute, 'reply_from_user', 'in_progress', requester, team, null, 'Yes, it works now.'
from ready_steps;
