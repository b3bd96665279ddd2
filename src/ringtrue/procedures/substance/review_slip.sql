with given as (
    select count(*) filter (where table_name = 'document_versions' and column_name = 'approved_at') > 0 as releases from given_columns
),
reviewed as (
    select distinct document_reviews.document, document_reviews.turn
    from document_reviews
    join approvals
        on approvals.object_kind = 'document'
        and (approvals.object = document_reviews.document or approvals.object = document_reviews.document || ' ' || document_reviews.version)
        and approvals.decided_at > document_reviews.written_before
        and approvals.decided_at <= document_reviews.written_at + interval 1 day
),
states as (
    select
        document_reviews.*,
        documents.title,
        coalesce(
            documents.review_days,
            first_value((epoch(document_reviews.next_review_at) - epoch(document_reviews.approved_at)) / 86400.0)
                over (partition by document_reviews.document order by document_reviews.turn)
        ) as interval_days,
        coalesce(document_reviews.approved_at > document_reviews.approved_before, false) as is_released_anew,
        reviewed.document is not null as is_reviewed
    from document_reviews
    left join documents on documents.id = document_reviews.document
    left join reviewed on reviewed.document = document_reviews.document and reviewed.turn = document_reviews.turn
    where document_reviews.next_review_at is not null
),
moves as (
    select
        states.*,
        coalesce(
            likeness >= $least_alike
            and same_numbers
            and next_review_at > next_review_before
            and (
                not is_released_anew
                or (epoch(next_review_at) - epoch(approved_at)) / 86400.0 < $least_of_interval * interval_days
            ),
            false
        ) as is_move
    from states
),
counted as (
    select
        document,
        any_value(title) as title,
        count(*) as states,
        count(*) filter (where is_move and (is_released_anew or not is_reviewed)) as moves,
        count(*) filter (where is_move and not is_released_anew and is_reviewed) as explained_moves,
        min(next_review_before) filter (where is_move) as first_date,
        max(next_review_at) filter (where is_move) as last_date,
        max(coalesce(written_at, next_review_before)) filter (where is_move and (is_released_anew or not is_reviewed)) as last_moved,
        arg_max(source_file, turn) as source_file,
        arg_max(source_row, turn) as source_row
    from moves
    group by document
)
select
    counted.document as item,
    document_services.service,
    counted.states <= $least_moves as too_few_states,
    not given.releases and counted.moves >= $least_moves as release_unknown,
    counted.moves >= $least_moves and counted.last_moved >= audit_period.starts_at as slipped,
    counted.title,
    counted.moves,
    counted.explained_moves,
    counted.first_date,
    counted.last_date,
    counted.last_moved,
    counted.source_file,
    counted.source_row
from counted
cross join given
cross join audit_period
left join document_services on document_services.document = counted.document
