-- In some services whoever asks for a change approves it too.
create or replace temp table planted as
select id as object from services where status = 'live' and draw('self-approval', id) < 0.15
    or id = (select min(service) from changes where class = 'normal');
update approvals set approver = changes.requester
from changes
where changes.id = approvals.object and approvals.object_kind = 'change' and changes.class <> 'standard'
    and changes.service in (select object from planted) and draw('self-approval hit', approvals.id) < 0.5 * $strength;
