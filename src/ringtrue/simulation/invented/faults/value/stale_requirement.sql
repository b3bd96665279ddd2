-- The requirements of some services were agreed three years ago and never confirmed since.
create or replace temp table planted as
with old as (
    select service from requirements group by service having max(agreed_at) < timestamp '2025-08-01'
)
select service as object
from old
where draw('stale requirement', service) < 0.15 or service = (select min(service) from old);
update requirements
set
    agreed_at = least(agreed_at, timestamp '2023-06-15 09:00:00'),
    changed_at = least(changed_at, timestamp '2023-06-15 09:00:00'),
    confirmed_at = null
where service in (select object from planted) and draw('stale requirement hit', id) < $strength;
