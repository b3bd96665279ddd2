select object, month as period, 'median hours to resolve' as name, minutes / 60.0 as value, 'against' as tone
from resolution_medians
where stratum is null and n >= 5 and family = 'services'
order by object, period
