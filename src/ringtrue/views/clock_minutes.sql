-- kept
-- The minutes of each span of a case's clock, inside its calendar where there is one. NULL: the calendar's hours are not known.
select
    clock_spans."case",
    clock_spans.basis,
    clock_spans.part,
    clock_spans.state,
    clock_spans.starts_step,
    case
        when clock_spans.calendar is null then (epoch(clock_spans.ends_at) - epoch(clock_spans.starts_at)) / 60.0
        else upto.minutes - since.minutes
    end as minutes
from clock_spans
left join calendar_minutes as since on since.calendar = clock_spans.calendar and since.moment = clock_spans.starts_at
left join calendar_minutes as upto on upto.calendar = clock_spans.calendar and upto.moment = clock_spans.ends_at
