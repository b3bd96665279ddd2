-- Under some clauses corrective actions are closed as soon as they are done, and nobody looks at their effect.
create or replace temp table planted as
with closed as (
    select clause, count(*) as n
    from actions
    where kind = 'corrective_action' and clause is not null and done_at < timestamp '2026-06-22'
    group by clause
)
select clause as object from closed order by n desc, draw('toothless-action', clause) limit 2;
update actions
set checked_at = null, effective = null
where kind = 'corrective_action' and clause in (select object from planted) and draw('toothless-action hit', id) < 1.9 * $strength;
