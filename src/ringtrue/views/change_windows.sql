-- kept
-- The incidents of a service in the hours after each of its changes (week 0), and in the same hours of the eight weeks before (weeks 1 to 8), for
-- 24, 72 and 168 hours. After a change begins with its end, else its start. Left out are hours that the data or the life of the service do not
-- cover, changes that followed another so closely that its hours are not over, and earlier windows within reach of any change. is_expected:
-- demand, a migration or a transfer is on record for hours after the change. Children and duplicates of another incident are left out.
with copies as (
    select "from" as "case" from case_links where kind in ('child_of', 'duplicate_of') group by "from"
),
incidents as (
    select all_cases.service, floor(epoch(all_cases.opened_at)) as moment
    from all_cases
    left join copies on copies."case" = all_cases.id
    where
        all_cases.kind = 'incident'
        and all_cases.service is not null
        and all_cases.opened_at is not null
        and (all_cases.state is null or all_cases.state <> 'cancelled')
        and copies."case" is null
),
covered as (
    -- A few incidents far before the rest are those still open when the export begins.
    select quantile_cont(moment, 0.01) as since from incidents
),
done as (
    select
        changes.id as change,
        changes.service,
        floor(epoch(coalesce(changes.ended_at, changes.started_at))) as moment
    from changes
    where coalesce(changes.ended_at, changes.started_at) is not null and changes.service is not null
),
looked_at as (
    select done.*, greatest(covered.since, coalesce(epoch(services.live_from), covered.since)) as since, epoch(audit_period.as_of) as until
    from done
    cross join audit_period
    cross join covered
    left join services on services.id = done.service
    where
        done.moment >= epoch(audit_period.starts_at)
        and done.moment < epoch(audit_period.as_of)
        and (not audit_period.scoped or done.service in (select service from audit_scope))
),
weeks as (
    select unnest([0, 1, 2, 3, 4, 5, 6, 7, 8]) as week
),
edges as (
    select unnest([-168, -72, -24, 0, 24, 72, 168]) as hours
),
marks as (
    select service, moment, 1 as place, null as change, null as week, null as hours, 1 as incident, 0 as change_made from incidents
    union all
    select service, moment, 1 as place, null as change, null as week, null as hours, 0 as incident, 1 as change_made from done
    union all
    select
        looked_at.service,
        looked_at.moment - weeks.week * 604800 + edges.hours * 3600 as moment,
        0 as place,
        looked_at.change,
        weeks.week,
        edges.hours,
        0 as incident,
        0 as change_made
    from looked_at
    cross join weeks
    cross join edges
),
counted as (
    select
        change,
        week,
        hours,
        sum(incident) over (partition by service order by moment, place rows between unbounded preceding and current row) as incidents,
        sum(change_made) over (partition by service order by moment, place rows between unbounded preceding and current row) as changes
    from marks
),
per_window as (
    select
        change,
        week,
        max(incidents) filter (where hours = 0) as incidents_0,
        max(incidents) filter (where hours = 24) as incidents_24,
        max(incidents) filter (where hours = 72) as incidents_72,
        max(incidents) filter (where hours = 168) as incidents_168,
        max(changes) filter (where hours = -168) as changes_before_168,
        max(changes) filter (where hours = -72) as changes_before_72,
        max(changes) filter (where hours = -24) as changes_before_24,
        max(changes) filter (where hours = 0) as changes_0,
        max(changes) filter (where hours = 24) as changes_24,
        max(changes) filter (where hours = 72) as changes_72,
        max(changes) filter (where hours = 168) as changes_168
    from counted
    where change is not null
    group by change, week
),
windows as (
    select
        change, week, 24 as hours, incidents_24 - incidents_0 as incidents, changes_0 - changes_before_24 as earlier_changes,
        changes_24 - changes_0 as later_changes
    from per_window
    union all
    select
        change, week, 72 as hours, incidents_72 - incidents_0 as incidents, changes_0 - changes_before_72 as earlier_changes,
        changes_72 - changes_0 as later_changes
    from per_window
    union all
    select
        change, week, 168 as hours, incidents_168 - incidents_0 as incidents, changes_0 - changes_before_168 as earlier_changes,
        changes_168 - changes_0 as later_changes
    from per_window
),
expected as (
    select distinct looked_at.change
    from looked_at
    join context_events
        on coalesce(context_events.service, looked_at.service) = looked_at.service
        and epoch(context_events."at") < looked_at.moment + 72 * 3600
        and coalesce(epoch(context_events.until), epoch(context_events."at") + 86400) > looked_at.moment
    where context_events.kind in ('demand', 'migration', 'transfer')
)
select
    looked_at.service,
    looked_at.change,
    windows.hours,
    windows.week,
    cast(windows.incidents as bigint) as incidents,
    expected.change is not null as is_expected
from windows
join looked_at on looked_at.change = windows.change
left join expected on expected.change = windows.change
where
    looked_at.moment - windows.week * 604800 >= looked_at.since
    and looked_at.moment + windows.hours * 3600 <= looked_at.until
    and windows.earlier_changes = 0
    and (windows.week = 0 or windows.later_changes = 0)
