-- What comes in at one team is passed round three others before anybody works on it.
-- consequences: flow.ping-pong, flow.queue-share, flow.first-line-share
create or replace temp table planted as
with begun as (
    select "case", arg_min(team, "at") as team from case_events where team is not null group by "case"
)
select begun.team as object
from begun
join cases on cases.id = begun."case" and cases.opened_at >= timestamp '2025-10-01'
group by begun.team
having count(*) >= 60
order by draw('hop-count', begun.team) limit 1;
create or replace temp table begun as
with ordered as (
    select *, row_number() over (partition by "case" order by "at", sequence) as place from case_events where team is not null
)
select * exclude (place) from ordered
where place = 1 and team in (select object from planted) and draw('hop-count hit', "case") < 0.8 * $strength;
insert into case_events
select begun.* replace (
    'assigned' as activity, begun."at" + to_seconds(cast(10 * others.place as bigint)) as "at", begun.recorded_at + to_seconds(cast(10 * others.place as bigint)) as recorded_at,
    case when others.place = 4 then begun.team else others.id end as team, null as field, null as old, null as new
)
from begun
join (select id, row_number() over (order by draw('hop-count others', id)) as place from teams where world <> 'desk') as others
    on others.place <= 4 and (others.id <> begun.team or others.place = 4);
