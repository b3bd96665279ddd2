with clocks as (
    select "case", sum(minutes) filter (where part = 'whole') - coalesce(sum(minutes) filter (where part = 'pause'), 0) as minutes
    from clock_minutes
    where basis = 'last'
    group by "case"
),
hours as (
    select
        cases.service,
        sum(least(clocks.minutes, $late_from * bound_targets.target_minutes)) / 60.0 as early,
        sum(greatest(0, clocks.minutes - $late_from * bound_targets.target_minutes)) / 60.0 as late
    from cases
    join clocks on clocks."case" = cases.id
    join bound_targets on bound_targets."case" = cases.id and bound_targets.basis = 'last'
    where clocks.minutes >= 0
    group by cases.service
),
acts as (
    select
        service,
        count(*) filter (where is_late and not has_reason) as late,
        count(*) filter (where not is_late and not has_reason) as early
    from judged
    where verdict <> 'untestable' and what <> 'missing'
    group by service
)
select
    'near the target' as family,
    coalesce(acts.service, 'organisation') as object,
    acts.service,
    acts.late as late_events,
    hours.late as late_exposure,
    acts.early as early_events,
    hours.early as early_exposure,
    null as n,
    null as deviations
from acts
left join hours on coalesce(hours.service, '') = coalesce(acts.service, '')
union all
select 'gaps in the ids' as family, 'organisation' as object, null as service, null, null, null, null, count(*) as n, count(*) as deviations
from judged
where what = 'missing'
having count(*) > 0
order by 1, 2
