with whole_cases as (
    select id from cases where users_affected is not null
),
parts as (
    select distinct case_links."from" as "case"
    from case_links
    join whole_cases on whole_cases.id = case_links."to"
    where case_links.kind in ('child_of', 'duplicate_of')
),
waits as (
    select
        clock_minutes."case",
        sum(clock_minutes.minutes) filter (where not user_waits.is_empty) as real_minutes,
        sum(clock_minutes.minutes) filter (where user_waits.is_empty is null) as unknown_minutes
    from clock_minutes
    left join user_waits on user_waits."case" = clock_minutes."case" and user_waits.starts_step = clock_minutes.starts_step
    where clock_minutes.basis = 'last' and clock_minutes.part = 'pause' and clock_minutes.state = 'waiting_user'
    group by clock_minutes."case"
),
clocks as (
    select
        case_clock."case",
        case_clock.service,
        case_clock.wall,
        case_clock.is_open,
        case_clock.elapsed,
        case_clock.target_minutes,
        attainment.attained,
        case
            when case_clock.calendar is null then case_clock.user_clock
            when case_clock.user_clock > case_clock.wall then upto.minutes - since.minutes
            else case_clock.biz
        end as user_minutes,
        coalesce(waits.real_minutes, 0) as real_minutes,
        coalesce(waits.unknown_minutes, 0) as unknown_minutes,
        coalesce(case_clock.user_clock > case_clock.wall, false) as came_back,
        greatest(coalesce(cases.users_affected, 1), 1) as users,
        cases.users_affected is null as users_unknown,
        parts."case" is not null as counted_elsewhere,
        case_clock.source_file,
        case_clock.source_row
    from case_clock
    join cases on cases.id = case_clock."case"
    left join attainment on attainment."case" = case_clock."case"
    left join waits on waits."case" = case_clock."case"
    left join calendar_minutes as since on since.calendar = case_clock.calendar and since.moment = case_clock.opened_at
    left join calendar_minutes as upto on upto.calendar = case_clock.calendar and upto.moment = case_clock.user_ended_at
    left join parts on parts."case" = case_clock."case"
    where case_clock.kind is null or case_clock.kind = 'incident'
),
lost as (
    select
        *,
        case when wall >= 0 and not counted_elsewhere then users * wall / 60.0 end as lost_hours,
        $times * target_minutes as much,
        user_minutes - real_minutes as service_minutes
    from clocks
),
worst as (
    select quantile_cont(lost_hours, 0.9) as from_hours from lost
)
select
    "case" as item,
    service,
    coalesce(wall < 0, false) as impossible_times,
    counted_elsewhere,
    coalesce(is_open and attained is null and elapsed <= target_minutes, false) as still_open,
    attained is null or user_minutes is null or target_minutes is null as clock_unknown,
    case
        when not attained or service_minutes <= much then false
        when service_minutes - unknown_minutes > much then true
    end as met_and_long,
    attained,
    target_minutes,
    round(user_minutes, 1) as user_minutes,
    users,
    users_unknown,
    lost_hours,
    coalesce(lost_hours > worst.from_hours, false) as in_worst_tenth,
    came_back,
    coalesce(attained and user_minutes > much and service_minutes <= much, false) as explained,
    source_file,
    source_row
from lost
cross join worst
