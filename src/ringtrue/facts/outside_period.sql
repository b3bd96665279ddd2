-- What the period and the scope leave out.
select 'cases outside the audit period or scope, left out' as statement, count(*) as value, (select count(*) from all_cases) as n
from all_cases
where id not in (select id from cases)
having count(*) > 0
