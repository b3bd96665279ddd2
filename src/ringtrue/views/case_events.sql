-- The histories of the cases that the audit is about.
select all_case_events.*
from all_case_events
where all_case_events."case" in (select id from cases)
