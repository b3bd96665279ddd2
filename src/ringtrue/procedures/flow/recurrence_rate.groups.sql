-- One row per problem marked resolved: incidents of its trouble, and all others, in windows of equal length before and after. Where
-- there is no such problem, one row says so.
with windows as (
    select problem, service, trouble, fixed_at, least(days, $most_days) as days from fixed_problems
),
counted as (
    select
        windows.problem,
        count(*) filter (where incident_keys.trouble = windows.trouble and incident_keys.opened_at < windows.fixed_at) as early_events,
        count(*) filter (where incident_keys.trouble = windows.trouble and incident_keys.opened_at > windows.fixed_at) as late_events,
        count(*) filter (where incident_keys.trouble <> windows.trouble and incident_keys.opened_at < windows.fixed_at) as others_before,
        count(*) filter (where incident_keys.trouble <> windows.trouble and incident_keys.opened_at > windows.fixed_at) as others_after
    from windows
    join incident_keys
        on abs(epoch(incident_keys.opened_at) - epoch(windows.fixed_at)) <= windows.days * 86400
        and not incident_keys.is_copy
    group by windows.problem
)
select
    windows.problem as object,
    windows.service,
    windows.trouble,
    windows.days,
    coalesce(counted.early_events, 0) as early_events,
    coalesce(counted.late_events, 0) as late_events,
    coalesce(counted.others_before, 0) as others_before,
    coalesce(counted.others_after, 0) as others_after
from windows
left join counted on counted.problem = windows.problem
union all
select 'organisation' as object, null as service, null as trouble, null as days, 0 as early_events, 0 as late_events, 0 as others_before,
    0 as others_after
from (select count(*) as n from windows) as found
where found.n = 0
order by 1
