select pair as object, month as period, 'untouched after a handover' as name, untouched_share as value, 'against' as tone
from handover_months
where handovers >= 5
order by object, period
