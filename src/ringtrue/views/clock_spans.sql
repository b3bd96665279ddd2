-- The spans of time that a case's clock is made of: the whole from opening to the last resolution, and each pause inside it, with the
-- calendar in which its minutes count.
with ended as (
    select
        cases.id as "case",
        cases.opened_at,
        coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of) as ended_at
    from cases
    cross join audit_period
    where cases.opened_at is not null
)
select ended."case", 'whole' as part, null as state, ended.opened_at as starts_at, ended.ended_at as ends_at, case_targets.calendar
from ended
left join case_targets on case_targets."case" = ended."case"
where ended.ended_at >= ended.opened_at
union all
select
    pauses."case",
    'pause' as part,
    pauses.state,
    greatest(pauses.starts_at, ended.opened_at) as starts_at,
    least(pauses.ends_at, ended.ended_at) as ends_at,
    case_targets.calendar
from pauses
join ended on ended."case" = pauses."case"
left join case_targets on case_targets."case" = pauses."case"
where
    greatest(pauses.starts_at, ended.opened_at) < least(pauses.ends_at, ended.ended_at)
    and (pauses.state = 'resolved' or list_contains(coalesce(case_targets.pause_states, ['waiting_user']), pauses.state))
