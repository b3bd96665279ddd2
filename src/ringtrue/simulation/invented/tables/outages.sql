-- Short outages, windows of maintenance that were announced in time, and the major incidents.
with monthly as (
    select
        service_profiles.service,
        service_profiles.service || ' ' || months.month as key,
        months.starts_at,
        service_profiles.live_from,
        coalesce(service_profiles.live_to, $ends) as live_to
    from service_profiles
    cross join months
    where service_profiles.status <> 'design'
),
broken as (
    select service, key, live_from, live_to,
        after(starts_at, 86400 * floor(27 * draw('outage day', key)) + 3600 * 6 + 3600 * 12 * draw('outage hour', key)) as started_at,
        60 * least(40, 4 + 9 * exp(0.6 * draw_normal('outage length', key))) as lasted,
        draw('outage seen', key) < 0.75 as user_visible, false as excluded
    from monthly
    where draw('outage', key) < 0.3
),
maintained as (
    select service, key || ' window' as key, live_from, live_to,
        after(date_trunc('week', starts_at) + to_days(13), 3600 * 2) as started_at,
        3600 * (1.0 + 2 * draw('window length', key)) as lasted, true as user_visible, true as excluded
    from monthly
    where draw('window', key) < 0.2
),
everything as (
    select *, after(started_at, lasted) as ended_at from broken
    union all
    select *, after(started_at, lasted) as ended_at from maintained
    union all
    select service, service || ' major', null, $ends, make_timestamp(opened * 1000000), cast(lasted as double), true, false,
        make_timestamp((opened + lasted) * 1000000)
    from major_plans
)
select
    'OUT-' || lpad(cast(row_number() over (order by started_at, service, key) as varchar), 4, '0') as id,
    service,
    started_at,
    ended_at,
    user_visible,
    excluded,
    case when excluded then after_days(started_at, -4 - 6 * draw('window announced', key)) end as exclusion_announced_at,
    case when excluded then after(started_at, -86400 * 3.0 * draw('window recorded', key) - 3600) end as exclusion_recorded_at
from everything
where started_at >= coalesce(live_from, started_at) and ended_at < live_to
order by id
