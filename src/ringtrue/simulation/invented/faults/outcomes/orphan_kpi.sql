-- Some services report a figure that nobody asked for and no review reads.
create or replace temp table planted as
select id as object
from services
where
    status = 'live'
    and id in (select service from measures)
    and (draw('orphan', id) < 0.15 or id = (select max(service) from measures));
insert into measures by name
select
    'M-' || object || '-extra' as id,
    object as service,
    cast([] as varchar[]) as requirements,
    'Entries in the log' as name,
    'Entries in the log, counted each month' as definition,
    'activity' as kind,
    'activity' as kind_second_rater,
    'entries' as unit,
    'down' as direction,
    50 as target
from planted
where draw('orphan hit', object) < 2 * $strength;
insert into measurements by name
select
    measures.id as measure,
    months.starts_at as period_start,
    months.ends_at - interval 1 day as period_end,
    cast(floor(30 + 25 * draw('orphan read', measures.id || months.month)) as double) as value,
    case when 30 + 25 * draw('orphan read', measures.id || months.month) < 51 then 'green' else 'amber' end as reported_status
from measures
cross join months
where measures.id like '%-extra';
