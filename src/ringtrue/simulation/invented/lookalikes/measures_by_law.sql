-- Some services report a figure that is always green and that no review reads, because a law asks for it.
insert into measures by name
select
    'M-' || id || '-law' as id,
    id as service,
    cast([] as varchar[]) as requirements,
    'Days for which logs are kept' as name,
    'Days for which logs are kept, as required by law' as definition,
    'output' as kind,
    'output' as kind_second_rater,
    'days' as unit,
    'up' as direction,
    90 as target
from services
where status = 'live' and draw('by law', id) < 0.3 and id in (select service from measures);
insert into measurements by name
select
    measures.id as measure,
    months.starts_at as period_start,
    months.ends_at - interval 1 day as period_end,
    90 as value,
    'green' as reported_status
from measures
cross join months
where measures.id like '%-law';
