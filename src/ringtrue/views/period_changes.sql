-- The changes that were under way at some time of the audit period, with when they began (else were to begin, else were written down) and were
-- done (else began), whether either lies in the period, and whether their service is in scope. A change without any date counts as of the period.
with dated as (
    select
        changes.*,
        coalesce(started_at, planned_start, created_at) as begins_at,
        coalesce(ended_at, started_at, planned_start, created_at) as done_at
    from changes
)
select
    dated.*,
    coalesce(dated.begins_at, audit_period.starts_at) >= audit_period.starts_at as begins_in_period,
    coalesce(dated.done_at, audit_period.starts_at) < audit_period.ends_at as done_in_period,
    not audit_period.scoped or coalesce(dated.service in (select service from audit_scope), false) as in_scope
from dated
cross join audit_period
where
    coalesce(dated.begins_at, audit_period.starts_at) < audit_period.ends_at
    and coalesce(dated.done_at, audit_period.starts_at) >= audit_period.starts_at
