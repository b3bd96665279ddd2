-- kept
-- The spans of time that a case's clock is made of: the whole from opening to the last resolution, and each pause inside it, with the
-- calendar in which its minutes count. By the target of the last priority (basis), and for cases whose priority was changed also by that of
-- the first.
with asked as (
    select id as "case", 'last' as basis from cases
    union all
    select distinct "case", 'first' as basis from steps where field = 'priority'
),
ended as (
    select
        asked."case",
        asked.basis,
        cases.opened_at,
        coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of) as ended_at,
        bound_targets.calendar,
        coalesce(bound_targets.pause_states, ['waiting_user']) as pause_states
    from asked
    join cases on cases.id = asked."case"
    cross join audit_period
    left join bound_targets on bound_targets."case" = asked."case" and bound_targets.basis = asked.basis
    where cases.opened_at is not null
)
select "case", basis, 'whole' as part, null as state, null as starts_step, opened_at as starts_at, ended_at as ends_at, calendar
from ended
where ended_at >= opened_at
union all
select
    pauses."case",
    ended.basis,
    'pause' as part,
    pauses.state,
    pauses.starts_step,
    greatest(pauses.starts_at, ended.opened_at) as starts_at,
    least(pauses.ends_at, ended.ended_at) as ends_at,
    ended.calendar
from pauses
join ended on ended."case" = pauses."case"
where
    greatest(pauses.starts_at, ended.opened_at) < least(pauses.ends_at, ended.ended_at)
    and (pauses.state in ('resolved', 'closed') or list_contains(ended.pause_states, pauses.state))
