-- helper
-- The hours of each calendar in order: when they begin and end (seconds since 1970) and how many open seconds went before. From a year
-- before the data to a year after.
with days as (
    select cast(after_days($begins, cast(number as double) - 370) as date) as day from range(cast($months * 31 + 750 as bigint)) as counted (number)
),
spans as (
    select
        calendars.id as calendar,
        epoch((cast(days.day as timestamp) + to_minutes(cast(split_part(opens, ':', 1) as bigint) * 60 + cast(split_part(opens, ':', 2) as bigint))) at time zone calendars.zone) as starts,
        epoch((cast(days.day as timestamp) + to_minutes(cast(split_part(closes, ':', 1) as bigint) * 60 + cast(split_part(closes, ':', 2) as bigint))) at time zone calendars.zone) as ends
    from calendars
    join days on isodow(days.day) = calendars.weekday
    left join holidays on holidays.calendar = calendars.id and holidays.day = days.day
    where holidays.day is null
)
select
    calendar,
    starts,
    ends,
    coalesce(sum(ends - starts) over (partition by calendar order by starts rows between unbounded preceding and 1 preceding), 0) as before
from spans
order by calendar, starts
