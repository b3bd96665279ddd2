-- kept
-- For each moment at which a clock starts or stops or must be read: the minutes that its calendar has counted until then.
with moments as (
    select calendar, starts_at as moment from clock_spans where calendar is not null
    union
    select calendar, ends_at as moment from clock_spans where calendar is not null
    union
    select calendar, "at" as moment from downgrades where calendar is not null
    union
    select case_targets.calendar, repeat_ends.ended_at as moment
    from repeat_ends
    join case_targets on case_targets."case" = repeat_ends."case"
    where case_targets.calendar is not null
)
select
    moments.calendar,
    moments.moment,
    min(open_hours.minutes_before)
        + sum(greatest(0, (epoch(least(moments.moment, open_hours.ends_at)) - epoch(open_hours.starts_at)) / 60.0)) as minutes
from moments
join open_hours on open_hours.calendar = moments.calendar and open_hours.day = cast(moments.moment as date)
group by moments.calendar, moments.moment
