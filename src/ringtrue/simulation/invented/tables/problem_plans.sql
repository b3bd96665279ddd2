-- helper
-- Troubles with one component of a service: since when it fails often, when that became a problem record, and when it was mended for good.
with drawn as (
    select
        service,
        number,
        home_team,
        owner,
        'ci-' || right(service, length(service) - 8) || '-' || cast(1 + cast(floor(8 * draw('trouble item', service)) as integer) as varchar) as item,
        cast(floor(epoch($begins) + 86400 * greatest(10, $months * 30 - 60) * 0.75 * draw('trouble from', service)) as bigint) as trouble_from
    from service_profiles
    where status = 'live' and live_from <= $begins and draw('trouble', service) < 0.8
),
opened as (
    select *, cast(86400 * floor(trouble_from / 86400.0 + 35 + 40 * draw('problem opened', service)) + floor(3600 * (14 + 2 * draw('problem hour', service))) as bigint) as opened
    from drawn
),
mended as (
    select *, opened + 604800 * cast(3 + floor(6 * draw('problem fixed', service)) as bigint) as fixed from opened
)
select * exclude (fixed), case when fixed < epoch($ends) - 86400 then fixed end as fixed
from mended
where opened < epoch($ends) - 86400
order by service
