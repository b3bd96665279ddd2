with told as (
    select
        downgrades.*,
        cases.service,
        cases.opened_at,
        least(downgrades."at", coalesce(cases.resolved_at, cases.closed_at, downgrades."at")) as moment
    from downgrades
    join cases on cases.id = downgrades."case"
),
paused as (
    select
        told."case",
        told.step,
        sum(
            case
                when told.calendar is null
                    then (epoch(least(clock_spans.ends_at, told.moment)) - epoch(clock_spans.starts_at)) / 60.0
                else case when clock_spans.ends_at <= told.moment then upto.minutes else here.minutes end - since.minutes
            end
        ) as minutes
    from told
    join clock_spans
        on clock_spans."case" = told."case"
        and clock_spans.basis = 'first'
        and clock_spans.part = 'pause'
        and clock_spans.starts_at < told.moment
    left join calendar_minutes as since on since.calendar = told.calendar and since.moment = clock_spans.starts_at
    left join calendar_minutes as upto on upto.calendar = told.calendar and upto.moment = clock_spans.ends_at
    left join calendar_minutes as here on here.calendar = told.calendar and here.moment = told.moment
    group by told."case", told.step
),
read as (
    select
        told.*,
        round(
            case
                when told.moment < told.opened_at then null
                when told.calendar is null then (epoch(told.moment) - epoch(told.opened_at)) / 60.0
                else here.minutes - since.minutes
            end - coalesce(paused.minutes, 0),
            4
        ) as elapsed
    from told
    left join calendar_minutes as since on since.calendar = told.calendar and since.moment = told.opened_at
    left join calendar_minutes as here on here.calendar = told.calendar and here.moment = told.moment
    left join paused on paused."case" = told."case" and paused.step = told.step
)
select
    "case" || '#' || step as item,
    service,
    coalesce("at" < opened_at, false) as impossible_times,
    elapsed is null or target_minutes is null as clock_unknown,
    elapsed >= $late_from * target_minutes and not has_reason as late_without_reason,
    coalesce(elapsed >= $late_from * target_minutes and has_reason, false) as explained,
    has_reason,
    "case",
    team,
    old as before,
    new as after,
    elapsed / target_minutes as share_of_target,
    coalesce(elapsed >= $late_from * target_minutes, false) as is_late,
    source_file,
    source_row
from read
