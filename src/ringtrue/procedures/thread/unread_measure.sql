with told as (
    select count(*) filter (where table_name = 'reviews' and column_name = 'measures_read') > 0 as reviews from given_columns
),
serving as (
    select "to" as measure from thread_links where from_kind = 'requirement' and to_kind = 'measure'
    union
    select "from" as measure from thread_links where from_kind = 'measure' and to_kind = 'objective'
),
looked_at as (
    select measures.id, measures.name, min(live_services.id) as service, min(live_services.live_from) as live_from, measures.source_file, measures.source_row
    from measures
    join serving on serving.measure = measures.id
    join service_measures on service_measures.measure = measures.id
    join live_services on live_services.id = service_measures.service
    group by measures.id, measures.name, measures.source_file, measures.source_row
),
latest as (
    select measure, max(period_end) as "at" from measure_readings group by measure
),
cited as (
    select measure, max(held_at) as "at"
    from (select unnest(measures_read) as measure, held_at from reviews) as looked_into
    cross join audit_period
    where looked_into.held_at < audit_period.ends_at
    group by measure
)
select
    looked_at.id as item,
    looked_at.service,
    coalesce(epoch(looked_at.live_from) > review_windows.since, false) as young,
    coalesce(epoch(latest."at") <= review_windows.since, true) as not_read,
    told.reviews and coalesce(epoch(cited."at") < review_windows.two_since, true) as not_reviewed,
    looked_at.name,
    latest."at" as last_reading,
    review_windows.since_is as counted_since,
    told.reviews as reviews_tell,
    threads_back.need as serves_need,
    threads_back.break_at as way_back_breaks_at,
    looked_at.source_file,
    looked_at.source_row
from looked_at
cross join told
join review_windows on review_windows.service = looked_at.service
left join threads_back on threads_back.kind = 'measure' and threads_back.id = looked_at.id
left join latest on latest.measure = looked_at.id
left join cited on cited.measure = looked_at.id
