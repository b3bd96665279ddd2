select pair as object, month as period, untouched_share as value, handovers as n
from handover_months
order by object, period
