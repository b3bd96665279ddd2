-- kept
-- The target for the time of resolution that binds a case by its first and by its last priority (basis): that of its customer's agreement,
-- else the strictest that fits its service, kind and priority and was valid when it opened.
with first_changes as (
    select "case", arg_min(old, step) filter (where old is not null) as priority
    from steps
    where field = 'priority'
    group by "case"
),
asked as (
    select id as "case", service, kind, customer, opened_at, priority, 'last' as basis from cases
    union all
    select cases.id as "case", service, kind, customer, opened_at, coalesce(first_changes.priority, cases.priority) as priority, 'first' as basis
    from cases
    left join first_changes on first_changes."case" = cases.id
),
profiles as (
    select distinct service, kind, priority, customer from asked
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
        case when targets.attainment_target > 1 then targets.attainment_target / 100.0 else targets.attainment_target end as attainment_target,
        targets.valid_from,
        targets.valid_to,
        coalesce(agreements.customer = profiles.customer, false) as own_agreement
    from profiles
    cross join targets
    left join agreements on agreements.id = targets.agreement
    left join services on services.id = profiles.service
    left join priorities as wanted on wanted.name = targets.priority
    left join priorities as had on had.name = profiles.priority
    where
        targets.metric = 'resolution_minutes'
        and targets.value > 0
        and coalesce(targets.service, agreements.service, profiles.service, '') = coalesce(profiles.service, '')
        and (targets.case_kind is null or targets.case_kind = profiles.kind)
        and (targets.priority is null or lower(targets.priority) = lower(profiles.priority) or wanted.rank = had.rank)
),
ranked as (
    select
        asked."case",
        asked.basis,
        asked.priority,
        fitting.target,
        fitting.target_minutes,
        fitting.calendar,
        fitting.pause_states,
        fitting.attainment_target,
        row_number() over (
            partition by asked."case", asked.basis order by fitting.own_agreement desc, fitting.target_minutes, fitting.target
        ) as place
    from asked
    join fitting
        on coalesce(fitting.service, '') = coalesce(asked.service, '')
        and coalesce(fitting.kind, '') = coalesce(asked.kind, '')
        and coalesce(fitting.priority, '') = coalesce(asked.priority, '')
        and coalesce(fitting.customer, '') = coalesce(asked.customer, '')
    where
        (fitting.valid_from is null or fitting.valid_from <= asked.opened_at)
        and (fitting.valid_to is null or asked.opened_at < fitting.valid_to)
)
select "case", basis, priority, target, target_minutes, calendar, pause_states, attainment_target
from ranked
where place = 1
