-- Times that cannot be.
select
    'cases resolved or closed before they were opened: not judged where time matters' as statement,
    count(*) filter (where resolved_at < opened_at or closed_at < opened_at) as value,
    count(*) as n
from cases
having count(*) filter (where resolved_at < opened_at or closed_at < opened_at) > 0
