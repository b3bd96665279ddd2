-- The audit spoke with neither the customer nor the users of some services that matter.
create or replace temp table planted as
select id as object
from services
where
    status = 'live'
    and criticality in ('critical', 'high')
    and (draw('role coverage', id) < 0.2 or id = (select min(id) from services where status = 'live' and criticality in ('critical', 'high')));
create or replace temp table unheld as
select id
from interviews
where
    service in (select object from planted)
    and role in ('customer', 'user')
    and draw('role coverage hit', service || role) < 2 * $strength;
delete from answers where interview in (select id from unheld);
delete from interviews where id in (select id from unheld);
