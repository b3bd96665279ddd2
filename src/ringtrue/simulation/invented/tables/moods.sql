-- helper
-- How well each service did what its customers need, month by month, from -1 (badly) to 1 (well); people feel it and readings of outcomes show it.
with recursive months as (
    select timestamp '2026-09-01 00:00:00' as month, 1 as place
    union all
    select month - interval 1 month as month, place + 1 as place from months where place < $months
)
select
    service_people.service,
    months.month,
    months.month >= date_trunc('month', coalesce(services.live_from, timestamp '2000-01-01')) as is_live,
    draw('mood', service_people.service || strftime(months.month, '%Y-%m')) + draw('mood too', service_people.service || strftime(months.month, '%Y-%m')) - 1 as mood
from months
cross join service_people
join services on services.id = service_people.service
