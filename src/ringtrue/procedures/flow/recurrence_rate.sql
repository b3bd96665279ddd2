with marks as (
    select trouble, epoch(opened_at) as moment, 0 as is_end, "case"
    from incident_keys
    where trouble is not null and not is_copy and opened_at is not null
    union all
    select trouble, epoch(resolved_at) as moment, 1 as is_end, "case"
    from incident_keys
    where trouble is not null and not is_copy and resolved_at is not null
),
followed as (
    select
        "case",
        is_end,
        (
            min(case when is_end = 0 then moment end) over (
                partition by trouble order by moment, is_end, "case" rows between 1 following and unbounded following
            ) - moment
        ) / 86400.0 as days_after
    from marks
)
select
    incident_keys."case" as item,
    incident_keys.service,
    incident_keys.trouble is null as trouble_unknown,
    epoch(incident_keys.resolved_at) < epoch(incident_keys.opened_at) as times_impossible,
    epoch(audit_period.as_of) - epoch(incident_keys.resolved_at) < $recurrence_days * 86400 as too_late,
    coalesce(followed.days_after <= $recurrence_days, false) as came_back,
    incident_keys.trouble,
    incident_keys.matched_by,
    incident_keys.resolved_at,
    round(followed.days_after, 1) as days_to_next,
    incident_keys.source_file,
    incident_keys.source_row
from incident_keys
cross join audit_period
left join followed on followed."case" = incident_keys."case" and followed.is_end = 1
where incident_keys.resolved_at is not null and not incident_keys.is_copy
