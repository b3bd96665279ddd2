-- When the last repeat of each case's trouble was over: until then its user had not got what was asked for.
select repeats."case", max(coalesce(cases.resolved_at, cases.closed_at, audit_period.as_of)) as ended_at
from repeats
join cases on cases.id = repeats.repeat_case
cross join audit_period
group by repeats."case"
