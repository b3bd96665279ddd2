-- Some services take outages out of the reckoning when they are over.
create or replace temp table planted as
with felt as (
    select service, count(*) as n
    from outages
    where started_at >= timestamp '2025-10-01' and user_visible and not excluded
    group by service
)
select service as object from felt where n >= 4 and (draw('retro', service) < 0.2 or service = (select min(service) from felt where n >= 4));
update outages
set
    excluded = true,
    exclusion_announced_at = null,
    exclusion_recorded_at = after_days(ended_at, 1 + 12 * draw('retro recorded', id))
where
    started_at >= timestamp '2025-10-01'
    and user_visible
    and not excluded
    and service in (select object from planted)
    and draw('retro hit', id) < 1.2 * $strength;
