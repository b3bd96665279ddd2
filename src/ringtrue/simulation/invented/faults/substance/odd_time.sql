-- Some teams enter the time of resolution afterwards, on the full or half hour.
create or replace temp table planted as
select id as object from teams where world <> 'desk' order by draw('odd-time', id) limit 3;
create or replace temp table rounded as
with timed as (
    select
        id,
        resolved_at,
        closed_at,
        date_trunc('hour', resolved_at) + to_minutes(case when minute(resolved_at) < 30 then 30 else 60 end) as rounded_at
    from cases
    where
        team in (select object from planted)
        and kind <> 'problem'
        and resolved_at is not null
        and reopen_count = 0
        and draw('odd-time hit', id) < 0.7 * $strength
)
select id, rounded_at
from timed
where (closed_at is null or closed_at > rounded_at + interval 1 minute) and rounded_at < timestamp '2026-09-30 22:00';
delete from case_events where activity = 'confirmed' and "case" in (select id from rounded);
update case_events
set "at" = rounded.rounded_at
from rounded
where case_events."case" = rounded.id and case_events.activity = 'resolved';
update target_runs set stopped_at = rounded.rounded_at from rounded where target_runs."case" = rounded.id;
update cases set resolved_at = rounded.rounded_at from rounded where cases.id = rounded.id;
