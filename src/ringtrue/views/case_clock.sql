-- kept
-- The clock of each case, recomputed, in minutes. wall: from opening to the last resolution, round the clock; biz: the minutes of it inside
-- the target's calendar; paused: those of them in which the agreed clock stood still; elapsed: biz less paused; attained: elapsed within the
-- target; attained_unpaused: biz within it; user_clock: wall, extended to the end of any repeat of the same trouble (user_ended_at).
-- Open cases: past the target they are misses, before it they are censored (attained is NULL). Without a history of states the pauses
-- are not known, and without a target or its calendar's hours nothing can be held against it: attained is NULL.
with measured as (
    select
        "case",
        -- Sums of fractions of a minute carry dust; a ten thousandth of a minute decides nothing.
        round(sum(minutes) filter (where part = 'whole'), 4) as biz,
        round(coalesce(sum(minutes) filter (where part = 'pause'), 0), 4) as paused
    from clock_minutes
    where basis = 'last'
    group by "case"
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
        coalesce(case_histories.has_states, false) as has_history,
        case_targets.target,
        case_targets.target_minutes,
        case_targets.calendar,
        case_targets.attainment_target,
        (epoch(coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)) - epoch(cases.opened_at)) / 60.0 as wall,
        measured.biz,
        measured.paused,
        greatest(repeat_ends.ended_at, coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)) as user_ended_at,
        (
            epoch(greatest(repeat_ends.ended_at, coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)))
            - epoch(cases.opened_at)
        ) / 60.0 as user_clock,
        cases.reported_attained,
        cases.source_file,
        cases.source_row
    from cases
    cross join audit_period
    left join case_targets on case_targets."case" = cases.id
    left join measured on measured."case" = cases.id
    left join repeat_ends on repeat_ends."case" = cases.id
    left join case_histories on case_histories."case" = cases.id
    where cases.state is null or cases.state <> 'cancelled'
)
select
    *,
    case when has_history then round(biz - paused, 4) end as elapsed,
    case
        when wall < 0 or not has_history or (is_open and round(biz - paused, 4) <= target_minutes) then null
        else round(biz - paused, 4) <= target_minutes
    end as attained,
    case
        when wall < 0 or (is_open and biz <= target_minutes) then null
        else biz <= target_minutes
    end as attained_unpaused
from timed
