-- New Year and Christmas, where a calendar has them at all.
with free as (
    select cast(extract(year from $begins) + more.years as bigint) as year, days.day
    from range(0, 4) as more (years)
    cross join (values ('01-01'), ('12-25'), ('12-26')) as days (day)
)
select distinct calendars.id as calendar, cast(free.year || '-' || free.day as date) as day
from calendars
cross join free
where
    calendars.id like 'office-%' or calendars.id = 'extended-berlin' or calendars.id like 'roster-%'
order by calendar, day
