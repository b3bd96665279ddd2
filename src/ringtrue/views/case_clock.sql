-- kept
-- The clock of each case, recomputed, in minutes. wall: from opening to the last resolution, round the clock; biz: the minutes of it inside
-- the target's calendar; paused: those of them in which the agreed clock stood still; elapsed: biz less paused; attained: elapsed within the
-- target; attained_unpaused: biz within it; user_clock: wall, extended to the end of any repeat of the same trouble.
-- Open cases: past the target they are misses, before it they are censored (attained is NULL).
with spans as (
    select
        clock_spans."case",
        clock_spans.part,
        case
            when clock_spans.calendar is null then (epoch(clock_spans.ends_at) - epoch(clock_spans.starts_at)) / 60.0
            else upto.minutes - since.minutes
        end as minutes
    from clock_spans
    left join calendar_minutes as since on since.calendar = clock_spans.calendar and since.moment = clock_spans.starts_at
    left join calendar_minutes as upto on upto.calendar = clock_spans.calendar and upto.moment = clock_spans.ends_at
),
measured as (
    select
        "case",
        sum(minutes) filter (where part = 'whole') as biz,
        coalesce(sum(minutes) filter (where part = 'pause'), 0) as paused
    from spans
    group by "case"
),
repeated as (
    select repeats."case", max(coalesce(cases.resolved_at, cases.closed_at)) as ended_at
    from repeats
    join cases on cases.id = repeats.repeat_case
    group by repeats."case"
),
histories as (
    select distinct "case" from case_events
),
timed as (
    select
        cases.id as "case",
        cases.service,
        cases.kind,
        cases.priority,
        cases.customer,
        cases.requester,
        cases.site,
        cases.team,
        cases.state,
        cases.opened_at,
        cases.resolved_at,
        coalesce(cases.resolved_at, cases.closed_at) as ended_at,
        coalesce(cases.resolved_at, cases.closed_at) is null as is_open,
        histories."case" is not null as has_history,
        case_targets.target,
        case_targets.target_minutes,
        case_targets.calendar,
        case_targets.attainment_target,
        (epoch(coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)) - epoch(cases.opened_at)) / 60.0 as wall,
        measured.biz,
        measured.paused,
        (epoch(greatest(repeated.ended_at, coalesce(cases.resolved_at, cases.closed_at))) - epoch(cases.opened_at)) / 60.0
            as user_clock,
        cases.reported_attained,
        cases.source_file,
        cases.source_row
    from cases
    cross join audit_period
    left join case_targets on case_targets."case" = cases.id
    left join measured on measured."case" = cases.id
    left join repeated on repeated."case" = cases.id
    left join histories on histories."case" = cases.id
    where cases.state is null or cases.state <> 'cancelled'
)
select
    *,
    case when has_history then biz - paused end as elapsed,
    case
        when wall < 0 or not has_history then null
        when is_open and biz - paused <= target_minutes then null
        when is_open then false
        else biz - paused <= target_minutes
    end as attained,
    case
        when wall < 0 then null
        when is_open and biz <= target_minutes then null
        when is_open then false
        else biz <= target_minutes
    end as attained_unpaused
from timed
