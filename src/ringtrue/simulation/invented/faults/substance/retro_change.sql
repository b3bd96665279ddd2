-- In some services changes are approved a day after they have started.
create or replace temp table planted as
select id as object from services where status = 'live' and draw('retro-change', id) < 0.15
    or id = (select min(service) from changes where class = 'normal');
update approvals set decided_at = changes.started_at + interval 1 day, recorded_at = changes.started_at + interval 1 day
from changes
where changes.id = approvals.object and approvals.object_kind = 'change' and changes.class = 'normal' and changes.started_at is not null
    and changes.service in (select object from planted) and draw('retro-change hit', approvals.id) < 0.6 * $strength;
