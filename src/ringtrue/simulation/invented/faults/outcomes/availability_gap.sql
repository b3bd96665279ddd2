-- Some services were down for days in the middle of the week, and the reports do not know it.
create or replace temp table planted as
select id as object
from services
where
    status = 'live'
    and live_from < timestamp '2025-10-01'
    and id in (select service from measures)
    and (draw('availability', id) < 0.15 or id = (select min(service) from measures));
insert into outages by name
select
    'OUT-' || planted.object || '-' || months.month as id,
    planted.object as service,
    date_trunc('week', months.starts_at + to_days(13)) + to_days(1) + to_hours(5) as started_at,
    date_trunc('week', months.starts_at + to_days(13)) + to_days(4) + to_hours(5) as ended_at,
    true as user_visible,
    false as excluded
from planted
cross join months
where months.starts_at >= timestamp '2025-10-01' and draw('availability hit', planted.object || months.month) < $strength;
