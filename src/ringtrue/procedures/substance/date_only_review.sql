with given as (
    select count(*) filter (where table_name = 'context_events' and column_name = 'kind') > 0 as events from given_columns
),
compared as (
    select
        document,
        version,
        turn,
        moment,
        source_file,
        source_row,
        coalesce(likeness >= $least_alike and same_numbers, false) as is_same
    from document_reviews
),
blocks as (
    select compared.*, sum(case when is_same then 0 else 1 end) over (partition by document order by turn) as block from compared
),
runs as (
    select document, block, count(*) - 1 as same_again, min(moment) as first_at, max(moment) as last_at
    from blocks
    group by document, block
),
triggers as (
    select kind, service, "at" from context_events where kind in ('contract', 'reorganisation', 'law', 'major_incident', 'demand')
),
run_triggers as (
    select
        runs.document,
        runs.block,
        runs.same_again,
        runs.last_at,
        arg_max(triggers.kind, triggers."at") as trigger_kind,
        max(triggers."at") as trigger_at
    from runs
    cross join audit_period
    left join document_services on document_services.document = runs.document
    left join triggers
        on (triggers.service is null or triggers.service = document_services.service)
        and triggers."at" > runs.first_at
        and triggers."at" < runs.last_at
    where runs.last_at >= audit_period.starts_at
    group by runs.document, runs.block, runs.same_again, runs.last_at
),
worst as (
    select
        run_triggers.*,
        row_number() over (
            partition by document order by same_again >= $least_running and trigger_at is not null desc, same_again desc, block desc
        ) as place
    from run_triggers
),
latest as (
    select document, count(*) as versions, max(moment) as last_at, arg_max(source_file, turn) as source_file, arg_max(source_row, turn) as source_row
    from compared
    group by document
)
select
    latest.document as item,
    document_services.service,
    latest.versions <= $least_running as too_few_versions,
    case
        when worst.document is null or worst.same_again < $least_running then false
        when worst.trigger_at is not null then true
        when given.events then false
    end as reviewed_by_date_only,
    documents.title,
    latest.versions,
    coalesce(worst.same_again, 0) as same_again,
    worst.trigger_kind as trigger,
    worst.trigger_at,
    latest.last_at as last_released,
    coalesce(given.events and worst.same_again >= $least_running and worst.trigger_at is null, false) as is_stable,
    latest.source_file,
    latest.source_row
from latest
cross join given
left join worst on worst.document = latest.document and worst.place = 1
left join documents on documents.id = latest.document
left join document_services on document_services.document = latest.document
