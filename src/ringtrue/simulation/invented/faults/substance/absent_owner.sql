-- Some who answer for services left in spring, and nobody took over.
-- consequences: outcomes.ecosystem-gap, roles.role-coverage
create or replace temp table planted as
with owners as (
    select distinct services.owner as id
    from services
    join parties on parties.id = services.owner
    where services.status = 'live' and parties.active_to is null
)
select id as object from owners where draw('gone', id) < 0.15 or id = (select min(id) from owners);
update parties
set active_to = timestamp '2026-05-01 00:00:00'
where id in (select object from planted) and draw('gone hit', id) < 2 * $strength;
