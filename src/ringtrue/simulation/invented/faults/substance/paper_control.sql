-- Some controls stand on paper only: most of what should have been recorded never was.
-- consequences: substance.absent-owner, substance.control-conformance
create or replace temp table planted as
select id as object
from controls
where interval_days is not null and in_force_from <= (select min(in_force_from) from controls)
order by draw('paper-control', id)
limit 5;
delete from control_records
where control in (select object from planted) and draw('paper-control hit', id) < 2 * $strength;
