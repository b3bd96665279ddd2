with running as (
    select
        cases.service,
        sum(least(case_clock.biz - case_clock.paused, $late_from * bound_targets.target_minutes)) / 60.0 as early_hours,
        sum(greatest(0, case_clock.biz - case_clock.paused - $late_from * bound_targets.target_minutes)) / 60.0 as late_hours
    from cases
    join case_clock on case_clock."case" = cases.id
    join bound_targets on bound_targets."case" = cases.id and bound_targets.basis = 'first'
    where case_clock.wall >= 0
    group by cases.service
),
lowered as (
    select
        service,
        count(*) filter (where verdict = 'deviation') as late,
        count(*) filter (where share_of_target < $late_from) as early
    from judged
    where verdict <> 'untestable'
    group by service
)
select
    coalesce(lowered.service, 'organisation') as object,
    lowered.service,
    lowered.late as late_events,
    running.late_hours as late_exposure,
    lowered.early as early_events,
    running.early_hours as early_exposure
from lowered
left join running on coalesce(running.service, '') = coalesce(lowered.service, '')
order by 1
