-- Every year the documents of the processes are read again in the weeks before the surveillance audit, this year as the year before.
update document_versions
set
    approved_at = moved.approved_at,
    recorded_at = moved.approved_at + interval 1 hour,
    next_review_at = moved.approved_at + interval 365 day
from (
    select
        document_versions.document,
        document_versions.version,
        timestamp '2026-05-18 08:00:00' + to_days(cast(26 * draw('cycle', document_versions.document) as integer))
            - to_days(364 * (3 - cast(left(document_versions.version, 1) as integer)))
            + to_minutes(cast(480 * draw('cycle minute', document_versions.document || document_versions.version) as integer)) as approved_at
    from document_versions
    join document_topics on document_topics.id = document_versions.document
    where document_topics.service is null
) as moved
where moved.document = document_versions.document and moved.version = document_versions.version;
update approvals
set decided_at = document_versions.approved_at, recorded_at = document_versions.recorded_at
from document_versions
where approvals.object_kind = 'document' and approvals.object = document_versions.document || ' ' || document_versions.version;
