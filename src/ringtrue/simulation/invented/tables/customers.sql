-- helper
-- The customer's units, each with the people who agree service levels for it.
select
    'unit-' || lpad(cast(number + 1 as varchar), 2, '0') as unit,
    ['Sales', 'Purchasing', 'Assembly', 'Warehouse', 'Finance', 'Human resources', 'Research', 'Customer care', 'Legal', 'Quality'][number + 1] as name,
    ['Berlin', 'Hamburg', 'Toronto', 'Leipzig', 'Berlin', 'Berlin', 'Montreal', 'Singapore', 'Berlin', 'Toronto'][number + 1] as site,
    ['de', 'de', 'en', 'de', 'de', 'de', 'fr', 'en', 'es', 'en'][number + 1] as language
from range(10) as counted (number)
order by unit
