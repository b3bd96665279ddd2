with clocks as (
    select "case", basis, sum(minutes) filter (where part = 'whole') - coalesce(sum(minutes) filter (where part = 'pause'), 0) as minutes
    from clock_minutes
    group by "case", basis
),
running as (
    select
        case_clock.service,
        $late_from * bound_targets.target_minutes as late_after,
        coalesce(first_clocks.minutes, last_clocks.minutes) as minutes
    from case_clock
    join bound_targets on bound_targets."case" = case_clock."case" and bound_targets.basis = 'first'
    left join clocks as first_clocks on first_clocks."case" = case_clock."case" and first_clocks.basis = 'first'
    left join clocks as last_clocks on last_clocks."case" = case_clock."case" and last_clocks.basis = 'last'
    where case_clock.wall >= 0 and case_clock.has_history
),
hours as (
    select
        service,
        sum(least(minutes, late_after)) / 60.0 as early,
        sum(greatest(0, minutes - late_after)) / 60.0 as late
    from running
    where minutes is not null
    group by service
),
lowered as (
    select
        service,
        count(*) filter (where is_late and not has_reason) as late,
        count(*) filter (where not is_late and not has_reason) as early
    from judged
    where verdict <> 'untestable'
    group by service
)
select
    coalesce(lowered.service, 'organisation') as object,
    lowered.service,
    lowered.late as late_events,
    hours.late as late_exposure,
    lowered.early as early_events,
    hours.early as early_exposure
from lowered
left join hours on coalesce(hours.service, '') = coalesce(lowered.service, '')
order by 1
