-- In some services every second change is called an emergency.
create or replace temp table planted as
select service as object from (
    select service, count(*) as n, row_number() over (order by draw('emergency-share', service)) as place
    from changes where class is not null and started_at >= timestamp '2025-10-01' group by service having count(*) >= 20
) where place <= 2;
update changes set class = 'emergency'
where service in (select object from planted) and draw('emergency-share hit', id) < 0.9 * $strength;
