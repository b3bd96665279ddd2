with busiest as (
    select service, target_minutes, row_number() over (partition by service order by count(*) desc, target_minutes) as place
    from case_clock
    where elapsed >= 0.95 * target_minutes and elapsed <= target_minutes and not is_open
    group by service, target_minutes
),
binned as (
    select
        case_clock.service as object,
        case_clock.target_minutes as target,
        floor(20 * case_clock.elapsed / case_clock.target_minutes) as bin,
        count(*) as n
    from case_clock
    join busiest on busiest.service = case_clock.service and busiest.target_minutes = case_clock.target_minutes and busiest.place = 1
    where not case_clock.is_open and case_clock.elapsed >= 0 and case_clock.elapsed < 2 * case_clock.target_minutes
    group by case_clock.service, case_clock.target_minutes, floor(20 * case_clock.elapsed / case_clock.target_minutes)
)
select object, bin * target / 20.0 as start, (bin + 1) * target / 20.0 as "end", n, target
from binned
order by object, bin
