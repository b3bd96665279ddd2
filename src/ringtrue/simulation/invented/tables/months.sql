-- helper
-- The months of the data, oldest first.
select
    cast(number as bigint) as number,
    $begins + to_months(cast(number as integer)) as starts_at,
    $begins + to_months(cast(number as integer) + 1) as ends_at,
    strftime($begins + to_months(cast(number as integer)), '%Y-%m') as month
from range($months) as counted (number)
order by number
