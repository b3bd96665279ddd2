-- Some who approve much save it up and click it through within a minute, once a month.
-- consequences: substance.record-lag
create or replace temp table planted as
with busy as (
    select approver as id from approvals where decided_at >= timestamp '2025-10-01' group by approver having count(*) >= 40
)
select id as object from busy where draw('batch', id) < 0.3 or id = (select min(id) from busy);
update approvals
set recorded_at = after(date_trunc('month', decided_at) + interval 1 month + interval 40 hour, 50 * draw('batch second', id))
where
    approver in (select object from planted)
    and decided_at < timestamp '2026-09-01'
    and draw('batch hit', id) < 1.2 * $strength;
