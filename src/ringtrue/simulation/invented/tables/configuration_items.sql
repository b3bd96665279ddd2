-- The components of each service, checked against reality at least twice a year.
with counted as (
    select service, number, status, place, 'ci-' || right(service, length(service) - 8) || '-' || cast(place + 1 as varchar) as id
    from service_profiles
    cross join range(8) as places (place)
)
select
    id,
    ['app', 'web', 'db', 'queue', 'link', 'store', 'auth', 'client'][1 + cast(place as integer)] || lpad(cast(1 + number as varchar), 2, '0')
        || pick('ci name', id, ['-ber', '-ham', '-tor', '-sin']) as name,
    ['application', 'server', 'database', 'application', 'network', 'storage', 'application', 'licence'][1 + cast(place as integer)] as kind,
    service,
    case status when 'retired' then 'retired' when 'design' then 'planned' else 'in use' end as status,
    case when status = 'live' then after_days($ends, -5 - 170 * draw('verified', id)) end as verified_at
from counted
order by id
