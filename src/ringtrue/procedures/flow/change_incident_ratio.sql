-- One row per service, with a list entry for each change: the incidents after it, and those of each comparable window before it.
with earlier as (
    select change, hours, list(incidents order by week) as incidents
    from change_windows
    where week > 0
    group by change, hours
),
compared as (
    select change_windows.service, change_windows.change, change_windows.hours, change_windows.incidents as after, earlier.incidents as before
    from change_windows
    join earlier on earlier.change = change_windows.change and earlier.hours = change_windows.hours
    where change_windows.week = 0 and not change_windows.is_expected
),
services_changed as (
    select distinct service from change_windows
)
select
    services_changed.service as object,
    services_changed.service,
    list(compared.after order by compared.change) filter (where compared.hours = 72) as after,
    list(compared.before order by compared.change) filter (where compared.hours = 72) as before,
    list(compared.after order by compared.change) filter (where compared.hours = 24) as after_24,
    list(compared.before order by compared.change) filter (where compared.hours = 24) as before_24,
    list(compared.after order by compared.change) filter (where compared.hours = 168) as after_168,
    list(compared.before order by compared.change) filter (where compared.hours = 168) as before_168
from services_changed
left join compared on compared.service = services_changed.service
group by services_changed.service
order by object
