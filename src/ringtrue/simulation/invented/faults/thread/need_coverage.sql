-- A few services have needs of high importance that no requirement names.
-- consequences: thread.unclosed-thread, thread.orphan-requirement
create or replace temp table planted as
select service as object
from service_people
order by draw('need coverage', service), service
limit greatest(1, (select count(*) // 10 from service_people));
create or replace temp table unnamed as
select id
from needs
where
    service in (select object from planted)
    and importance in ('critical', 'high')
    and (draw('need coverage hit', id) < 0.6 * $strength or (importance = 'critical' and draw('need coverage hit', service) < 2 * $strength));
create or replace temp table kept_needs as
select requirement, list(need order by need) as needs
from (select id as requirement, unnest(needs) as need from requirements) as named
where need not in (select id from unnamed)
group by requirement;
delete from trace_links where from_kind = 'need' and "from" in (select id from unnamed);
update requirements
set needs = coalesce((select kept_needs.needs from kept_needs where kept_needs.requirement = requirements.id), cast([] as varchar[]))
where service in (select object from planted);
