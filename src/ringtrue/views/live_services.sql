-- The services that the audit is about: in scope, and live; one without a status is taken as live.
select services.*
from services
cross join audit_period
where
    (services.status is null or services.status = 'live')
    and (services.live_from is null or services.live_from < audit_period.as_of)
    and (not audit_period.scoped or services.id in (select service from audit_scope))
