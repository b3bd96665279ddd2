-- In some services nobody writes down what a major change brought.
create or replace temp table planted as
with major as (
    select service, row_number() over (order by draw('outcome report', service)) as place, count(*) over () as services
    from changes
    where major and coalesce(outcome, '') <> 'backed out' and ended_at >= timestamp '2025-10-01' and ended_at < timestamp '2026-06-25'
    group by service
)
select service as object from major where place <= greatest(1, ceil(services * 0.5 * $strength));
update changes set achieved_outcome = null where major and service in (select object from planted);
