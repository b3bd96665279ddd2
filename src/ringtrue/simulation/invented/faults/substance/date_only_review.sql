-- Some documents were released twice with a new date alone, though a contract, a law or a major incident asked for a new look.
create or replace temp table planted as
with span as (
    select document, min(approved_at) as first_at, max(approved_at) as last_at from document_versions group by document having count(*) > 2
),
asked as (
    select distinct documents.id
    from documents
    join span on span.document = documents.id
    join services on contains(lower(documents.title), lower(services.name))
    join context_events
        on context_events.service = services.id
        and context_events.kind in ('contract', 'law', 'major_incident', 'demand')
        and context_events."at" > span.first_at
        and context_events."at" < span.last_at
)
select id as object from asked where draw('date only', id) < 0.4 or id = (select min(id) from asked);
update document_versions
set text = first_versions.text
from document_versions as first_versions
where
    first_versions.document = document_versions.document
    and first_versions.version = '1.0'
    and document_versions.document in (select object from planted)
    and draw('date only hit', document_versions.document) < 2 * $strength;
