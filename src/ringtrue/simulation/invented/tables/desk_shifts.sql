-- helper
-- Which of the three desks answers for the round-the-clock services at what time. Each hands over when its day ends.
with days as (
    select cast(after_days($begins, cast(number as double) - 3) as date) as day from range(cast($months * 31 + 10 as bigint)) as counted (number)
),
ends as (
    select 'team-desk-singapore' as desk, epoch((cast(day as timestamp) + interval 15 hour) at time zone 'Asia/Singapore') as ends from days
    union all
    select 'team-desk-berlin', epoch((cast(day as timestamp) + interval 19 hour) at time zone 'Europe/Berlin') from days
    union all
    select 'team-desk-toronto', epoch((cast(day as timestamp) + interval 20 hour) at time zone 'America/Toronto') from days
)
select
    desk,
    cast(lag(ends) over (order by ends) as bigint) as starts,
    cast(ends as bigint) as ends,
    lead(desk) over (order by ends) as next_desk
from ends
order by ends
