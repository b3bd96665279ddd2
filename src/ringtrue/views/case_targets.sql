-- kept
-- The target for the time of resolution that binds a case: that of its customer's agreement, else the strictest that fits its service,
-- kind and priority and was valid when it opened.
with profiles as (
    select distinct service, kind, priority, customer from cases
),
fitting as (
    select
        profiles.service,
        profiles.kind,
        profiles.priority,
        profiles.customer,
        targets.id as target,
        targets.value as target_minutes,
        coalesce(targets.calendar, services.calendar) as calendar,
        targets.pause_states,
        targets.attainment_target,
        targets.valid_from,
        targets.valid_to,
        coalesce(agreements.customer = profiles.customer, false) as own_agreement
    from profiles
    cross join targets
    left join agreements on agreements.id = targets.agreement
    left join services on services.id = profiles.service
    left join priorities as asked on asked.name = targets.priority
    left join priorities as had on had.name = profiles.priority
    where
        targets.metric = 'resolution_minutes'
        and targets.value > 0
        and coalesce(targets.service, agreements.service, profiles.service, '') = coalesce(profiles.service, '')
        and (targets.case_kind is null or targets.case_kind = profiles.kind)
        and (targets.priority is null or lower(targets.priority) = lower(profiles.priority) or asked.rank = had.rank)
),
ranked as (
    select
        cases.id as "case",
        fitting.*,
        row_number() over (
            partition by cases.id order by fitting.own_agreement desc, fitting.target_minutes, fitting.target
        ) as place
    from cases
    join fitting
        on coalesce(fitting.service, '') = coalesce(cases.service, '')
        and coalesce(fitting.kind, '') = coalesce(cases.kind, '')
        and coalesce(fitting.priority, '') = coalesce(cases.priority, '')
        and coalesce(fitting.customer, '') = coalesce(cases.customer, '')
    where
        (fitting.valid_from is null or fitting.valid_from <= cases.opened_at)
        and (fitting.valid_to is null or cases.opened_at < fitting.valid_to)
)
select "case", target, target_minutes, calendar, pause_states, attainment_target
from ranked
where place = 1
