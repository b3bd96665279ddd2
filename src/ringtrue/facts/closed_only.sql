-- A closed-only export hides what is not finished.
select 'cases in the data that are still open: an export of closed cases only hides what is not finished' as statement, 0 as value, count(*) as n
from cases
having count(*) > 0 and count(*) filter (where resolved_at is null and closed_at is null) = 0
