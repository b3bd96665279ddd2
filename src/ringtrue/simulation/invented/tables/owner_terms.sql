-- helper
-- Who answered for each service, and who bought it, from when to when.
select
    service,
    party,
    role,
    coalesce(valid_from, timestamp '2000-01-01') as since,
    coalesce(valid_to, timestamp '2100-01-01') as until
from role_assignments
where role in ('service_owner', 'customer') and service is not null
