with paused as (
    select
        downgrades."case",
        downgrades.step,
        sum(
            case
                when downgrades.calendar is null
                    then (epoch(least(clock_spans.ends_at, downgrades."at")) - epoch(clock_spans.starts_at)) / 60.0
                else case when clock_spans.ends_at <= downgrades."at" then upto.minutes else here.minutes end - since.minutes
            end
        ) as minutes
    from downgrades
    join clock_spans
        on clock_spans."case" = downgrades."case" and clock_spans.part = 'pause' and clock_spans.starts_at < downgrades."at"
    left join calendar_minutes as since on since.calendar = downgrades.calendar and since.moment = clock_spans.starts_at
    left join calendar_minutes as upto on upto.calendar = downgrades.calendar and upto.moment = clock_spans.ends_at
    left join calendar_minutes as here on here.calendar = downgrades.calendar and here.moment = downgrades."at"
    group by downgrades."case", downgrades.step
),
read as (
    select
        downgrades.*,
        cases.service,
        case
            when downgrades.calendar is null then (epoch(downgrades."at") - epoch(cases.opened_at)) / 60.0
            else here.minutes - since.minutes
        end - coalesce(paused.minutes, 0) as elapsed
    from downgrades
    join cases on cases.id = downgrades."case"
    left join calendar_minutes as since on since.calendar = downgrades.calendar and since.moment = cases.opened_at
    left join calendar_minutes as here on here.calendar = downgrades.calendar and here.moment = downgrades."at"
    left join paused on paused."case" = downgrades."case" and paused.step = downgrades.step
)
select
    "case" || '#' || step as item,
    service,
    elapsed is null or target_minutes is null as clock_unknown,
    elapsed / target_minutes >= $late_from and not has_reason as late_without_reason,
    coalesce(elapsed / target_minutes >= $late_from and has_reason, false) as explained,
    "case",
    team,
    old as before,
    new as after,
    elapsed / target_minutes as share_of_target,
    source_file,
    source_row
from read
