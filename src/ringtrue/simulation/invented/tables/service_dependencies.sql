-- What each service rests on: its components, its supplier, and for some the platform of their group.
select service, id as depends_on, 'configuration_item' as kind
from configuration_items
union all
select service, party, 'supplier'
from role_assignments
where role in ('internal_supplier', 'external_supplier')
union all
select upper.service, lower.service, 'service'
from service_profiles as upper
join service_profiles as lower on lower.number = upper.number - upper.number % 5
where upper.number % 5 in (1, 2) and upper.status = 'live' and lower.status = 'live'
order by service, kind, depends_on
