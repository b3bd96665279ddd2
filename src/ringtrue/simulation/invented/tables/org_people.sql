-- helper
-- Those at the top, and the auditors.
select
    min(party) filter (where role = 'top_management') as top,
    max(party) filter (where role = 'top_management') as finance,
    list(distinct party order by party) filter (where role = 'top_management') as all_top,
    min(party) filter (where role = 'auditor') as auditor,
    max(party) filter (where role = 'auditor') as second_auditor
from role_assignments
where role in ('top_management', 'auditor')
