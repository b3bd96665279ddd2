with given as (
    select table_name from given_columns where column_name = 'recorded_at'
),
written as (
    select
        'control records' as sort,
        control_records.id as item,
        control_records.control as object,
        coalesce(changes.service, services.id) as service,
        control_records.performed_at as claimed_at,
        control_records.recorded_at,
        coalesce(controls.recording_hours, $usual_hours) as allowed_hours,
        controls.recording_hours is not null as own_rule,
        false as may_precede,
        control_records.source_file,
        control_records.source_row
    from control_records
    left join controls on controls.id = control_records.control
    left join changes on changes.id = control_records.object
    left join services on services.id = control_records.object
    where 'control_records' in (select table_name from given)
    union all
    select
        'approvals' as sort,
        approvals.id as item,
        coalesce(changes.service, 'approvals of ' || replace(approvals.object_kind, '_', ' ') || 's') as object,
        changes.service,
        approvals.decided_at as claimed_at,
        approvals.recorded_at,
        $usual_hours as allowed_hours,
        false as own_rule,
        false as may_precede,
        approvals.source_file,
        approvals.source_row
    from approvals
    left join changes on approvals.object_kind = 'change' and changes.id = approvals.object
    where 'approvals' in (select table_name from given)
    union all
    select
        'versions of documents' as sort,
        document || ' ' || version as item,
        'versions of documents' as object,
        null as service,
        approved_at as claimed_at,
        recorded_at,
        $usual_hours as allowed_hours,
        false as own_rule,
        true as may_precede,
        source_file,
        source_row
    from document_versions
    where approved_at is not null and 'document_versions' in (select table_name from given)
    union all
    select
        'cases' as sort,
        id as item,
        coalesce(service, 'cases of no service') as object,
        service,
        opened_at as claimed_at,
        recorded_at,
        $usual_hours as allowed_hours,
        false as own_rule,
        false as may_precede,
        source_file,
        source_row
    from cases
    where opened_at is not null and 'cases' in (select table_name from given)
    union all
    select
        'resolutions' as sort,
        case_events."case" as item,
        coalesce(cases.service, 'resolutions of no service') as object,
        cases.service,
        case_events."at" as claimed_at,
        case_events.recorded_at,
        $usual_hours as allowed_hours,
        false as own_rule,
        false as may_precede,
        case_events.source_file,
        case_events.source_row
    from case_events
    join cases on cases.id = case_events."case"
    where case_events.activity = 'resolved' and 'case_events' in (select table_name from given)
),
looked_at as (
    select written.*
    from written
    cross join audit_period
    where
        written.claimed_at >= audit_period.starts_at
        and written.claimed_at < audit_period.ends_at
        and (not audit_period.scoped or written.service is null or written.service in (select service from audit_scope))
),
days as (
    select
        sort,
        cast(recorded_at as date) as day,
        count(*) as n,
        sum(count(*)) over (partition by sort) as total,
        row_number() over (partition by sort order by count(*) desc, cast(recorded_at as date)) as place
    from looked_at
    where recorded_at is not null
    group by sort, cast(recorded_at as date)
),
grains as (
    select
        sort,
        count(distinct cast(claimed_at as date)) as claimed_days,
        count(*) >= 10 and count(distinct epoch(claimed_at) - floor(epoch(claimed_at) / 86400) * 86400) <= 2 as only_days
    from looked_at
    group by sort
),
imports as (
    select days.sort, days.day
    from days
    join grains on grains.sort = days.sort
    where days.place = 1 and days.total >= 20 and days.n >= 0.8 * days.total and grains.claimed_days >= 10
),
migrations as (
    select service, "at" as begins_at, coalesce(until, "at" + interval 1 day) as ends_at from context_events where kind = 'migration'
),
moved as (
    select distinct looked_at.sort, looked_at.source_file, looked_at.source_row
    from looked_at
    join migrations
        on looked_at.recorded_at >= migrations.begins_at
        and looked_at.recorded_at < migrations.ends_at
        and (migrations.service is null or migrations.service = looked_at.service)
),
measured as (
    select
        looked_at.*,
        epoch(looked_at.recorded_at) - epoch(looked_at.claimed_at) as seconds,
        case when grains.only_days or epoch(looked_at.claimed_at) - floor(epoch(looked_at.claimed_at) / 86400) * 86400 = 0 then 86400 else 0 end
            as whole_day,
        imports.day is not null as is_imported,
        moved.source_row is not null as in_migration
    from looked_at
    join grains on grains.sort = looked_at.sort
    left join imports on imports.sort = looked_at.sort and imports.day = cast(looked_at.recorded_at as date)
    left join moved
        on moved.sort = looked_at.sort and moved.source_file = looked_at.source_file and moved.source_row = looked_at.source_row
)
select
    item,
    service,
    recorded_at is null as stamp_unknown,
    is_imported,
    not in_migration and not may_precede and seconds < -60 * $clock_minutes as written_before,
    not in_migration and seconds - whole_day > 3600 * allowed_hours as written_late,
    sort,
    object,
    claimed_at,
    recorded_at,
    round(seconds / 3600.0, 1) as lag_hours,
    allowed_hours,
    own_rule,
    in_migration and (seconds - whole_day > 3600 * allowed_hours or seconds < -60 * $clock_minutes) as in_migration,
    source_file,
    source_row
from measured
