with without_sign as (
    select clock_minutes."case", sum(clock_minutes.minutes) as minutes
    from clock_minutes
    left join user_waits
        on user_waits."case" = clock_minutes."case" and user_waits.starts_step = clock_minutes.starts_step
    where
        clock_minutes.basis = 'last'
        and clock_minutes.part = 'pause'
        and (
            clock_minutes.state = 'waiting_other'
            or (clock_minutes.state = 'waiting_user' and coalesce(user_waits.is_empty, user_waits."case" is not null))
        )
    group by clock_minutes."case"
),
clocks as (
    select
        case_clock.*,
        coalesce(case_clock.attained and not case_clock.attained_unpaused, false) as kept_by_pauses,
        case_clock.elapsed + round(coalesce(without_sign.minutes, 0), 4) > case_clock.target_minutes as needs_empty_waits
    from case_clock
    left join without_sign on without_sign."case" = case_clock."case"
)
select
    "case" as item,
    service,
    coalesce(wall < 0, false) as impossible_times,
    coalesce(is_open and attained is null and elapsed <= target_minutes, false) as still_open,
    attained is null as clock_unknown,
    kept_by_pauses and needs_empty_waits as met_by_pauses,
    kept_by_pauses and not needs_empty_waits as explained,
    team,
    target_minutes,
    elapsed as elapsed_minutes,
    biz as minutes_without_pauses,
    source_file,
    source_row
from clocks
where attained is null or attained
