-- helper
-- What is decided by chance on each case: its kind and weight, its way through the teams, how much work it takes (seconds of the service's
-- hours that the target's clock counts), and what happens to it on the way.
with thrown as (
    select
        arrivals.*,
        dice('case', arrivals.key) as d,
        draw('route', arrivals.key) as route,
        draw('hops', arrivals.key) as hops_drawn,
        draw('end', arrivals.key) as fate,
        draw('more', arrivals.key) as more,
        draw('person', arrivals.key) as person,
        is_major or parent is not null as is_massive
    from arrivals
),
sorted as (
    select
        thrown.*,
        case when is_massive or die(d, 0) < 159 then 'incident' else 'request' end as kind,
        case
            when is_massive then 1
            else 1 + cast(die(d, 1) >= case service_profiles.criticality when 'critical' then 24 when 'high' then 12 else 5 end as integer)
                + cast(die(d, 1) >= case service_profiles.criticality when 'critical' then 130 when 'high' then 100 else 60 end as integer)
        end as impact,
        case when is_massive then 1 else 1 + cast(die(d, 2) >= 40 as integer) + cast(die(d, 2) >= 150 as integer) end as urgency,
        service_profiles.home_team, service_profiles.second_team, service_profiles.third_team, service_profiles.supplier, service_profiles.number as service_number,
        coalesce(service_profiles.desk, desk_shifts.desk) as desk,
        desk_shifts.ends as shift_ends,
        desk_shifts.next_desk
    from thrown
    join service_profiles on service_profiles.service = thrown.service
    asof join desk_shifts on thrown.opened >= desk_shifts.starts
),
weighed as (
    select
        *,
        least(4, impact + urgency - 1) as priority,
        case
            when is_massive then 0
            when route < 0.15 then case when hops_drawn < 0.60 then 0 when hops_drawn < 0.88 then 1 when hops_drawn < 0.98 then 2 else 3 end
            when kind = 'request' then case when hops_drawn < 0.62 then 0 when hops_drawn < 0.92 then 1 when hops_drawn < 0.982 then 2 else 3 end
            else case when hops_drawn < 0.52 then 0 when hops_drawn < 0.88 then 1 when hops_drawn < 0.98 then 2 else 3 end
        end as hops,
        not is_massive and route >= 0.15 as by_desk,
        not is_massive and fate < 0.02 as is_cancelled,
        not is_massive and fate >= 0.02 and fate < 0.05 as is_reopened,
        not is_massive and more < 0.13 as waits_for_user,
        not is_massive and more >= 0.13 and more < 0.17 as waits_for_supplier,
        not is_massive and fate >= 0.05 and more >= 0.17 and more < 0.185 as was_raised,
        not is_massive and fate >= 0.05 and more >= 0.185 and more < 0.22 as is_doubted
    from sorted
),
-- A priority that is lowered on the way was a higher one when the work was begun, and is worked on like one.
ranked as (
    select *, is_doubted and priority > 1 as was_lowered from weighed
),
timed as (
    select
        ranked.*,
        target_minutes.minutes as target_minutes,
        cast(floor(coalesce(
            lasts,
            case
                when by_desk and hops = 0 then least(60 * 40 * exp(0.8 * draw_normal('work', key)), 36000)
                else 60 * first_minutes.minutes * exp(0.52 * draw_normal('work', key) - 0.76 - 0.4 * (draw('ease', ranked.service) - 0.5))
            end
        )) as bigint) + 60 as work,
        case
            when waits_for_user
                then 600 + cast(floor(60 * target_minutes.minutes * 0.12 * exp(0.8 * draw_normal('wait', key))) as bigint)
            else 0
        end as wait
    from ranked
    join target_minutes on target_minutes.service = ranked.service and target_minutes.priority = cast(ranked.priority as varchar)
    join target_minutes as first_minutes
        on first_minutes.service = ranked.service
        and first_minutes.priority = cast(ranked.priority - cast(ranked.was_lowered as integer) as varchar)
)
select
    * exclude (route, hops_drawn),
    cast(floor(work * case when is_reopened then 0.8 else 1 end) as bigint) as first_work,
    case
        when by_desk then [desk, home_team, case when hops = 2 and die(d, 3) < 26 then desk else second_team end, case when die(d, 3) < 26 then home_team else third_team end]
        else [home_team, second_team, case when hops = 2 and die(d, 3) < 26 then home_team else third_team end, case when die(d, 3) < 26 then second_team else desk end]
    end as way
from timed
