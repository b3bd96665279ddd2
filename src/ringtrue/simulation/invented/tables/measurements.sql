-- The readings of each month, with the colour that was reported: amber is a miss by little, red one by much; a service that users could not
-- use at all times is not green.
select
    measure,
    month as period_start,
    month + interval 1 month as period_end,
    value,
    case
        when part = 3 and value < 100 and value >= aim then 'amber'
        when (direction = 'up' and value >= aim) or (direction = 'down' and value <= aim) then 'green'
        when abs(value - aim) <= 0.25 * greatest(abs(100 - aim), 1) then 'amber'
        else 'red'
    end as reported_status
from readings
where value is not null
order by measure, month
