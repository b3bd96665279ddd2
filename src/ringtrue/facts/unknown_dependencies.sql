-- What services rest on without being in the catalogue themselves.
with unknown as (
    select depends_on, count(*) as services
    from service_dependencies
    where kind = 'service' and depends_on not in (select id from services)
    group by depends_on
)
select
    'services rest on others that the catalogue does not have: ' || string_agg(depends_on, ', ' order by depends_on) as statement,
    sum(services) as value,
    (select count(*) from service_dependencies where kind = 'service') as n
from unknown
having count(*) > 0 and (select count(*) from services) > 0
