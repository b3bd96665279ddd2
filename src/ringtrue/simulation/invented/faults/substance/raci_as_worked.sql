-- Some controls are carried out by whoever is at hand, and not by those who are entitled to.
create or replace temp table planted as
with busy as (
    select control as id from control_records where performed_at >= timestamp '2025-10-01' group by control having count(*) >= 10
)
select id as object from busy where draw('at hand', id) < 0.2 or id = (select min(id) from busy);
update control_records
set performed_by = (select min(party) from role_assignments where role = 'sponsor')
where control in (select object from planted) and draw('at hand hit', id) < 1.4 * $strength;
