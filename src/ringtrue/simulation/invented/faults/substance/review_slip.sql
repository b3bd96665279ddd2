-- The next review of some documents is moved on by some months each time it comes near, and the text stays.
-- consequences: substance.date-only-review
create or replace temp table planted as
with old as (
    select document as id from document_versions group by document having count(*) > 2
)
select id as object from old where draw('slip', id) < 0.12 or id = (select min(id) from old);
update document_versions
set
    text = first_versions.text,
    next_review_at = after_days(document_versions.approved_at, 90 + 120 * draw('slip days', document_versions.document || document_versions.version))
from document_versions as first_versions
where
    first_versions.document = document_versions.document
    and first_versions.version = '1.0'
    and document_versions.version <> '1.0'
    and document_versions.document in (select object from planted)
    and draw('slip hit', document_versions.document) < 2 * $strength;
