with given as (
    select
        count(*) filter (where column_name in ('checked_at', 'effective')) > 0 as checks
    from given_columns
    where table_name = 'actions'
),
corrective as (
    select
        actions.*,
        coalesce(actions.raised_at, actions.decided_at) as began_at,
        nullif(trim(regexp_replace(lower(actions.cause), '[^\p{L}]+', ' ', 'g')), '') as same_cause
    from actions
    where actions.kind = 'corrective_action' or (actions.kind = 'correction' and actions.origin_kind in ('finding', 'audit') and actions.cause is not null)
),
done as (
    select corrective.*
    from corrective
    cross join audit_period
    where
        corrective.done_at is not null
        and corrective.done_at < audit_period.ends_at
        and epoch(corrective.done_at) >= epoch(audit_period.starts_at) - 365 * 86400
        and (not audit_period.scoped or corrective.service is null or corrective.service in (select service from audit_scope))
),
returns as (
    select
        done.id,
        min(later.began_at) as came_back_at,
        arg_min(later.id, later.began_at) as next_action
    from done
    join corrective as later
        on later.clause = done.clause
        and later.same_cause = done.same_cause
        and later.id <> done.id
        and later.began_at > done.done_at
        and epoch(later.began_at) <= epoch(done.done_at) + $return_days * 86400
    group by done.id
),
judged_actions as (
    select
        done.*,
        done.checked_at is null and done.effective is null as is_unchecked,
        epoch(audit_period.as_of) - epoch(done.done_at) < $check_days * 86400 as is_recent,
        returns.next_action,
        returns.next_action is not null and coalesce(done.effective, true) as has_returned,
        returns.next_action is not null and not coalesce(done.effective, true) as is_answered
    from done
    cross join audit_period
    left join returns on returns.id = done.id
)
select
    judged_actions.id as item,
    judged_actions.service,
    judged_actions.is_unchecked and judged_actions.is_recent and not judged_actions.has_returned as not_due,
    not given.checks and not judged_actions.has_returned as checks_untold,
    given.checks and judged_actions.is_unchecked and not judged_actions.is_recent as unchecked,
    judged_actions.has_returned as came_back,
    judged_actions.clause,
    judged_actions.cause,
    judged_actions.origin as about,
    judged_actions.done_at,
    judged_actions.checked_at,
    judged_actions.effective,
    judged_actions.next_action,
    judged_actions.is_answered as explained,
    judged_actions.source_file,
    judged_actions.source_row
from judged_actions
cross join given
