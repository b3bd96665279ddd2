-- helper
-- Major incidents of the round-the-clock services: when, how long, and how many users called about it.
select
    service,
    number,
    cast(floor(epoch($begins) + 86400 * (35 + floor(($months * 30 - 85) * draw('major when', service))) + 3600 * (7 + 8 * draw('major hour', service))) as bigint) as opened,
    cast(floor(60 * (70 + 70 * draw('major length', service))) as bigint) as lasted,
    cast(floor(6 + 12 * draw('major children', service)) as integer) as children
from service_profiles
where world = 'always' and status = 'live' and $months >= 6 and draw('major', service) < 0.8
order by service
