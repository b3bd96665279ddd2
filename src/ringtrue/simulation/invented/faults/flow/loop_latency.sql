-- In some services complaints wait for months until anybody decides on them.
create or replace temp table planted as
with complained as (
    select service, row_number() over (order by draw('loop', service)) as place
    from complaints where received_at >= timestamp '2025-10-01' group by service having count(*) >= 22
)
select service as object from complained where place <= 4;
update complaints set decided_at = null, outcome = null
where service in (select object from planted) and draw('loop hit', id) < least(1, 1.6 * $strength);
update actions set decided_at = null, done_at = null, checked_at = null, effective = null
from complaints
where complaints.id = actions.origin and actions.origin_kind = 'complaint' and complaints.decided_at is null and complaints.service in (select object from planted);
