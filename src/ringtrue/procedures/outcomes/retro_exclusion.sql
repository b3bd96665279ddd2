with given as (
    select count(*) > 0 as announcements
    from given_columns
    where table_name = 'outages' and column_name = 'exclusion_announced_at'
),
excluded as (
    select
        outages.*,
        given.announcements,
        coalesce(outages.exclusion_announced_at <= outages.started_at, false) as announced_before,
        coalesce(outages.exclusion_recorded_at <= outages.started_at, false) as recorded_before,
        coalesce(outages.exclusion_recorded_at > outages.started_at, false) as recorded_after
    from outages
    cross join given
    cross join audit_period
    where
        outages.excluded
        and outages.started_at < audit_period.ends_at
        and (outages.ended_at is null or outages.ended_at > audit_period.starts_at)
        and (not audit_period.scoped or outages.service in (select service from audit_scope))
)
select
    id as item,
    service,
    exclusion_announced_at is null and exclusion_recorded_at is null as time_unknown,
    recorded_after and not announcements as announcement_untold,
    not announced_before and not recorded_before and exclusion_announced_at is not null as announced_late,
    not announced_before and recorded_after as recorded_late,
    announced_before and recorded_after as explained,
    started_at,
    ended_at,
    exclusion_announced_at,
    exclusion_recorded_at,
    round((epoch(exclusion_recorded_at) - epoch(started_at)) / 3600.0, 1) as recorded_hours_after_start,
    source_file,
    source_row
from excluded
