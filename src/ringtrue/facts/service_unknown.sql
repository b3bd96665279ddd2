-- Cases that no service owns.
select 'cases name no service: they count in no service''s figures' as statement, count(*) filter (where service is null) as value, count(*) as n
from cases
having count(*) filter (where service is null) > 0
