-- On a few changes a mandatory step was left out, and whoever approves changes authorised that beforehand.
create or replace temp table waived as
select changes.id as change, min(approvals.id) as approval
from changes
join approvals on approvals.object_kind = 'change' and approvals.object = changes.id
where changes.class = 'normal' and draw('waived step', changes.id) < 0.05
group by changes.id;
delete from control_records where control = 'C-11' and object in (select change from waived);
insert into approvals by name
select approvals.* replace (approvals.id || '-W' as id, 'step waived' as decision)
from approvals
join waived on waived.approval = approvals.id;
