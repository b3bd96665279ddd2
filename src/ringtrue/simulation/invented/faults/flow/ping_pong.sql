-- Two teams send cases back to each other before one of them keeps them.
-- consequences: flow.hop-count, flow.queue-share, flow.first-line-share
create or replace temp table planted as
with touched as (
    select distinct "case", team from case_events where team is not null
),
pairs as (
    select one.team || '|' || other.team as pair
    from touched as one
    join touched as other on other."case" = one."case" and one.team < other.team
    join cases on cases.id = one."case" and cases.opened_at >= timestamp '2025-10-01'
    group by one.team, other.team
    having count(*) >= 80
)
select pair as object from pairs order by draw('ping-pong', pair) limit 1;
create or replace temp table handed as
with moves as (
    select *, lag(team) over (partition by "case" order by "at", sequence) as before from case_events where team is not null
)
select * from moves
where before <> team and least(before, team) || '|' || greatest(before, team) in (select object from planted)
    and draw('ping-pong hit', "case") < 0.9 * $strength;
insert into case_events
select * exclude (before) replace ("at" + interval 20 second as "at", recorded_at + interval 20 second as recorded_at, before as team, team as acting_team)
from handed;
insert into case_events
select * exclude (before) replace ("at" + interval 40 second as "at", recorded_at + interval 40 second as recorded_at, before as acting_team)
from handed;
