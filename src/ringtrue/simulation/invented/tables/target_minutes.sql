-- helper
-- The time to resolve that is agreed for each service and priority; target is the id that the table targets gives it, counted on calendar.
select
    service_profiles.service,
    promised.priority,
    promised.minutes,
    'SLA-' || service_profiles.service || '-P' || promised.priority as target,
    service_profiles.calendar,
    0.90 as attainment_target
from service_profiles
cross join (values ('1', 240.0), ('2', 480.0), ('3', 1440.0), ('4', 2880.0)) as promised (priority, minutes)
order by target
