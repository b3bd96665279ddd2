select
    service_measures.service as object,
    measures.id as item,
    service_measures.service,
    'tells what was done or delivered' as reason,
    measures.name,
    measures.kind,
    measures.kind_second_rater,
    measures.definition,
    measures.source_file,
    measures.source_row
from measures
join service_measures on service_measures.measure = measures.id
