select
    family,
    object,
    case when family = 'services' then object end as service,
    stratum,
    month as period,
    minutes as value,
    n
from resolution_medians
order by family, object, stratum, period
