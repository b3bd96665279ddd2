-- A step that is mandatory for changes is left out on some of them, and no record of it is there.
create or replace temp table planted as
select id as object from controls where mandatory and object_kind = 'change' order by draw('control-conformance', id), id limit 1;
delete from control_records
where control in (select object from planted) and draw('control-conformance hit', id) < 0.3 * $strength;
