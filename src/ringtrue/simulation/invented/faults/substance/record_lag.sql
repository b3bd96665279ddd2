-- The records of some controls are written days or weeks after the day that they name.
create or replace temp table planted as
with busy as (
    select control as id from control_records where performed_at >= timestamp '2025-10-01' group by control having count(*) >= 10
)
select id as object from busy where draw('late record', id) < 0.2 or id = (select min(id) from busy);
update control_records
set recorded_at = after_days(performed_at, 2 + 20 * draw('late days', id))
where control in (select object from planted) and draw('late hit', id) < 1.4 * $strength;
