-- helper
-- The hours in which cases come in, and how much of the demand went before each: by weekday and hour where the users are, with a quiet
-- turn of the year.
with hours as (
    select cast(epoch($begins) as bigint) + 3600 * number as starts
    from range(cast(epoch($ends - $begins) // 3600 as bigint)) as counted (number)
),
zones as (
    select *
    from (values ('berlin', 'Europe/Berlin', 0.02), ('toronto', 'America/Toronto', 0.02), ('always', 'Europe/Berlin', 0.30)) as given (world, zone, floor)
),
placed as (
    select zones.world, zones.floor, hours.starts, (make_timestamp(hours.starts * 1000000) at time zone 'UTC') at time zone zones.zone as local
    from hours
    cross join zones
),
weighed as (
    select
        world,
        starts,
        (floor + exp(-power(hour(local) - 9.5, 2) / 8.0) + 0.85 * exp(-power(hour(local) - 14.0, 2) / 6.0))
            * case
                when world = 'always' then [1.1, 1.05, 1.0, 1.0, 0.95, 0.6, 0.55][isodow(local)]
                else [1.2, 1.08, 1.0, 0.98, 0.86, 0.08, 0.05][isodow(local)]
            end
            * (1 + 0.06 * cos(0.5236 * (month(local) - 2)))
            * case when month(local) = 12 and day(local) > 23 or month(local) = 1 and day(local) < 2 then 0.65 else 1 end as weight
    from placed
)
select
    world,
    starts,
    (sum(weight) over (partition by world order by starts) - weight) / sum(weight) over (partition by world) as before
from weighed
order by world, starts
