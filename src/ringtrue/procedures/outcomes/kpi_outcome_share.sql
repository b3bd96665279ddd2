select
    live_services.id as object,
    live_services.id as service,
    measures.id as measure,
    measures.kind as first_kind,
    measures.kind_second_rater as second_kind
from live_services
join service_measures on service_measures.service = live_services.id
join measures on measures.id = service_measures.measure
order by live_services.id, measures.id
