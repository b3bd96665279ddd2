-- kept
-- The cases that the audit is about: of a service in scope, and open at some time of the audit period.
select all_cases.*
from all_cases
cross join audit_period
where
    (all_cases.service in (select service from audit_scope) or not audit_period.scoped)
    and (all_cases.opened_at is null or all_cases.opened_at < audit_period.ends_at)
    and coalesce(all_cases.closed_at, all_cases.resolved_at, audit_period.ends_at) >= audit_period.starts_at
