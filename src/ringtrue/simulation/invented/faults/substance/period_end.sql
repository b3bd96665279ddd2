-- Some teams close by hand, on the last working day of the month, what they resolved in its course.
-- consequences: substance.mass-closure, substance.record-lag
create or replace temp table planted as
select id as object from teams where world in ('berlin', 'toronto') order by draw('period-end', id) limit 2;
create or replace temp table gathered as
with ends as (
    select
        id,
        resolved_at,
        assignee,
        team,
        date_trunc('month', resolved_at) + interval 1 month - interval 1 day as last_day
    from cases
    where
        team in (select object from planted)
        and kind <> 'problem'
        and state = 'closed'
        and draw('period-end hit', id) < 0.6 * $strength
),
worked as (
    select
        *,
        last_day - to_days(greatest(0, cast(isodow(last_day) as integer) - 5)) + to_seconds(46800 + cast(floor(10800 * draw('period-end hour', id)) as bigint)) as closed_at
    from ends
)
select id, assignee, team, closed_at from worked where resolved_at < closed_at - interval 10 minute;
delete from case_events where activity = 'confirmed' and "case" in (select id from gathered);
update case_events
set "at" = gathered.closed_at, recorded_at = gathered.closed_at + interval 2 second, actor = gathered.assignee, acting_team = gathered.team
from gathered
where case_events."case" = gathered.id and case_events.activity = 'closed';
update cases set closed_at = gathered.closed_at, closed_by = gathered.assignee from gathered where cases.id = gathered.id;
