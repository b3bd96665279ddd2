-- The records that controls left: at their intervals, give or take a little, and on each change that they hold for; written down on the same day,
-- by somebody who held an entitled role then.
with recursive due as (
    select
        id,
        interval_days,
        in_force_from,
        1 as place,
        after_days(in_force_from, interval_days * (0.2 + 0.6 * draw('control first', id))) as moment
    from controls
    where interval_days is not null
    union all
    select
        id,
        interval_days,
        in_force_from,
        place + 1 as place,
        after_days(moment, interval_days * (0.9 + 0.2 * draw('control next', id || place))) as moment
    from due
    where moment < $ends
),
at_interval as (
    select
        due.id as control,
        case when due.id like 'C-restore-%' then right(due.id, length(due.id) - 10) end as object,
        date_trunc('day', due.moment + to_days(case isodow(due.moment) when 6 then 2 when 7 then 1 else 0 end))
            + to_seconds(28800 + cast(30000 * draw('control hour', due.id || due.place) as bigint)) as performed_at
    from due
    where due.place > 0
),
on_changes as (
    select
        case changes.class when 'normal' then 'C-11' else 'C-12' end as control,
        changes.id as object,
        case changes.class
            when 'normal' then changes.created_at + to_seconds(cast((0.1 + 0.5 * draw('compared', changes.id)) * epoch(changes.planned_start - changes.created_at) as bigint))
            else changes.reviewed_at
        end as performed_at
    from changes
    where changes.class <> 'standard'
),
performed as (
    select * from at_interval
    union all
    select * from on_changes
),
told as (
    select
        performed.control || '-' || coalesce(performed.object, '') || '-' || strftime(performed.performed_at, '%Y%m%d') as id,
        performed.*,
        controls.owner,
        controls.entitled_roles,
        case when performed.object like 'service-%' then performed.object else changes.service end as service
    from performed
    join controls on controls.id = performed.control
    left join changes on changes.id = performed.object
    where performed.performed_at < $ends - interval 1 day and performed.performed_at >= controls.in_force_from
),
hands as (
    select
        told.id,
        arg_min(role_assignments.party, draw('control hand', told.id || role_assignments.party)) as party
    from told
    join role_assignments
        on role_assignments.role = 'practitioner'
        and (role_assignments.service = told.service or (told.service is null and role_assignments.process = 'incident management'))
        and coalesce(role_assignments.valid_from, timestamp '2000-01-01') <= told.performed_at
        and coalesce(role_assignments.valid_to, timestamp '2100-01-01') > told.performed_at
    where list_contains(told.entitled_roles, 'practitioner')
    group by told.id
)
select
    told.id,
    told.control,
    told.object,
    told.performed_at,
    told.performed_at + to_seconds(300 + cast(least(50000, 6000 * draw_exponential('control recorded', told.id)) as bigint)) as recorded_at,
    coalesce(hands.party, told.owner) as performed_by,
    coalesce(owner_terms.party, told.owner) as approved_by
from told
left join hands on hands.id = told.id
left join owner_terms
    on owner_terms.service = told.service and owner_terms.role = 'service_owner' and told.object like 'service-%'
    and owner_terms.since <= told.performed_at and owner_terms.until > told.performed_at
order by told.id
