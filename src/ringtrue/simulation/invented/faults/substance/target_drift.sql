-- In some services the agreed times were made longer after the fact, and no customer was asked.
-- consequences: value.stale-requirement
create or replace temp table planted as
select service as object from service_people order by draw('target-drift', service), service limit greatest(1, (select count(*) // 9 from service_people));
create or replace temp table stretched as
select id
from targets
where
    service in (select object from planted) and metric = 'resolution_minutes' and id like 'SLA-%' and valid_to is null
    and valid_from < timestamp '2025-10-01' and draw('target-drift hit', id) < 1.2 * $strength;
insert into targets by name
select
    targets.* replace (
        targets.id || '-B' as id,
        targets.value * 1.5 as value,
        timestamp '2026-03-02 00:00:00' as valid_from,
        timestamp '2026-03-02 00:00:00' + to_days(cast(10 * draw('target-drift late', targets.id) as integer)) as recorded_at
    )
from targets
where id in (select id from stretched);
update targets set valid_to = timestamp '2026-03-02 00:00:00' where id in (select id from stretched);
