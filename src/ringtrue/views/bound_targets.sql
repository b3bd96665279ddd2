-- kept
-- The target for the time of resolution that binds a case by its first and by its last priority (basis): that of its customer's agreement,
-- else the strictest that fits its service, kind and priority and was valid when it opened. What suppliers have promised binds no case. A
-- target names a priority by its word; where no target has a case's word, the same rank counts ("High" for "2 - High").
with changes as (
    select
        "case",
        arg_min(old, step) filter (where old is not null) as first_priority,
        arg_max(new, step) filter (where new is not null) as last_priority
    from steps
    where field = 'priority'
    group by "case"
),
asked as (
    select cases.id as "case", service, kind, customer, opened_at, coalesce(cases.priority, changes.last_priority) as priority, 'last' as basis
    from cases
    left join changes on changes."case" = cases.id
    union all
    select cases.id as "case", service, kind, customer, opened_at, coalesce(changes.first_priority, cases.priority) as priority, 'first' as basis
    from cases
    left join changes on changes."case" = cases.id
),
profiles as (
    select distinct service, kind, priority, customer from asked
),
promised as (
    select
        targets.*,
        targets.value * case
            when lower(coalesce(targets.unit, 'minutes')) in ('m', 'min', 'mins', 'minute', 'minutes', 'minuten') then 1
            when lower(targets.unit) in ('h', 'hr', 'hrs', 'hour', 'hours', 'stunde', 'stunden', 'heures', 'horas') then 60
            when lower(targets.unit) in ('d', 'day', 'days', 'tag', 'tage', 'jours', 'días') then 1440
            when lower(targets.unit) in ('s', 'sec', 'second', 'seconds', 'sekunden') then 1 / 60.0
        end as minutes,
        agreements.service as agreed_service,
        agreements.customer as agreed_customer,
        coalesce(targets.valid_from, agreements.valid_from) as begins_at,
        coalesce(targets.valid_to, agreements.valid_to) as ceases_at
    from targets
    left join agreements on agreements.id = targets.agreement
    where targets.metric = 'resolution_minutes' and coalesce(agreements.kind, 'sla') = 'sla'
),
fitting as (
    select
        profiles.service,
        profiles.kind,
        profiles.priority,
        profiles.customer,
        promised.id as target,
        promised.minutes as target_minutes,
        coalesce(promised.calendar, services.calendar) as calendar,
        promised.pause_states,
        promised.attainment_target,
        promised.begins_at,
        promised.ceases_at,
        coalesce(promised.agreed_customer = profiles.customer, false) as own_agreement
    from profiles
    cross join promised
    left join services on services.id = profiles.service
    left join priorities as wanted on wanted.name = promised.priority
    left join priorities as had on had.name = profiles.priority
    where
        promised.minutes > 0
        and coalesce(promised.service, promised.agreed_service, profiles.service, '') = coalesce(profiles.service, '')
        and (promised.case_kind is null or promised.case_kind = profiles.kind)
        and (
            promised.priority is null
            or lower(promised.priority) = lower(profiles.priority)
            or (
                wanted.rank = had.rank
                and lower(profiles.priority) not in (select lower(priority) from promised where priority is not null)
            )
        )
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
        (fitting.begins_at is null or fitting.begins_at <= asked.opened_at)
        and (fitting.ceases_at is null or asked.opened_at < fitting.ceases_at)
)
select "case", basis, priority, target, target_minutes, calendar, pause_states, attainment_target
from ranked
where place = 1
