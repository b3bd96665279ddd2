-- Some people close a pile of cases within minutes, one afternoon.
create or replace temp table planted as
select people.id as object
from people
join teams on teams.id = people.parent
where people.role = 'practitioner' and people.active_to is null and people.active_from is null and teams.world <> 'desk'
order by draw('mass-closure', people.id)
limit 3;
create or replace temp table piled as
with chosen as (
    select people.id as person, people.parent as team, timestamp '2026-05-12 13:10:00' + to_days(7 * cast(floor(4 * draw('mass-closure day', people.id)) as integer)) as moment
    from people
    where people.id in (select object from planted)
),
ranked as (
    select
        cases.id,
        chosen.person,
        chosen.moment,
        row_number() over (partition by chosen.person order by draw('mass-closure hit', cases.id || chosen.person)) as place
    from chosen
    join cases on cases.team = chosen.team
    where
        cases.state = 'closed'
        and cases.kind <> 'problem'
        and not cases.major
        and cases.resolved_at < chosen.moment - interval 1 hour
        and cases.resolved_at >= chosen.moment - interval 45 day
)
select id, any_value(person) as person, min(moment + to_seconds(5 * place)) as closed_at from ranked where place <= 60 * $strength group by id;
delete from case_events where activity = 'confirmed' and "case" in (select id from piled);
update case_events
set "at" = piled.closed_at, recorded_at = piled.closed_at + interval 1 second, actor = piled.person, acting_team = people.parent
from piled
join people on people.id = piled.person
where case_events."case" = piled.id and case_events.activity = 'closed';
update cases set closed_at = piled.closed_at, closed_by = piled.person from piled where cases.id = piled.id;
