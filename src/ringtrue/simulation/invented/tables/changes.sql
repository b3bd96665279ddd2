-- Changes: half of them of a sort that is authorised in advance; few are urgent.
with counted as (
    select service_profiles.*, place, service_profiles.service || ' change ' || cast(place as varchar) as key,
        greatest($begins, coalesce(service_profiles.live_from, $begins)) as since, coalesce(service_profiles.live_to, $ends) as until
    from service_profiles
    cross join range(cast(ceil($months * 3.2) as bigint)) as places (place)
    where service_profiles.status <> 'design'
),
spread as (
    select *, draw('change class', key) as fate, after($begins, epoch($ends - $begins) * draw('change when', key)) as moment from counted
),
dated as (
    select *,
        case when fate < 0.5 then 'standard' when fate < 0.95 then 'normal' else 'emergency' end as class,
        date_trunc('day', moment) + to_seconds(cast(case when world = 'always' then 3600 else 0 end + 25200 + 32400 * draw('change hour', key) as bigint)) as created_at
    from spread
    where moment >= since and moment < until
),
planned as (
    select *,
        case class
            when 'standard' then after_days(date_trunc('day', created_at), 1 + floor(4 * draw('change lead', key)) + 0.75 + 0.1 * draw('change start', key))
            when 'normal' then after_days(date_trunc('day', created_at), 8 + floor(14 * draw('change lead', key)) + 0.75 + 0.1 * draw('change start', key))
            else after(created_at, 3600 + 7200 * draw('change lead', key))
        end as planned_start
    from dated
),
done as (
    select *,
        after(planned_start, 60 + 900 * draw('change late', key)) as started_at,
        after(planned_start, 1200 + 9000 * draw('change length', key)) as ended_at,
        class = 'normal' and draw('change major', key) < 0.04 as major,
        draw('change outcome', key) < 0.96 as succeeded,
        'staff-' || right(home_team, length(home_team) - 5) || '-' || cast(1 + cast(floor(5 * draw('change hands', key)) as integer) as varchar) as seat
    from planned
)
select
    'CHG' || lpad(cast(row_number() over (order by done.created_at, key) as varchar), 7, '0') as id,
    done.service,
    done.class,
    done.major,
    case when owners.active_to <= done.created_at then owners.successor else done.owner end as requester,
    case when hands.active_to <= done.started_at then hands.successor else done.seat end as implementer,
    done.created_at,
    done.planned_start,
    case when done.started_at < $ends then done.started_at end as started_at,
    case when done.ended_at < $ends then done.ended_at end as ended_at,
    true as tested,
    true as backout,
    case
        when after_days(done.ended_at, 2.0 * draw('change review', key) + 0.1) < $ends then after_days(done.ended_at, 2.0 * draw('change review', key) + 0.1)
    end as reviewed_at,
    case when done.ended_at < $ends then case when succeeded then 'successful' else 'backed out' end end as outcome,
    case
        when done.major
            then pick('change intended', key, ['Half as many calls about late orders', 'Buyers can pay by phone', 'Reports are ready a day earlier', 'Sites can order for each other'])
    end as intended_outcome,
    case
        when done.major and after_days(done.ended_at, 45) < $ends
            then pick('change achieved', key, ['Reached: measured for a month after the start', 'Reached in part: three of four sites use it', 'Reached, by the customer''s own count'])
    end as achieved_outcome
from done
join people as owners on owners.id = done.owner
join people as hands on hands.id = done.seat
order by id
