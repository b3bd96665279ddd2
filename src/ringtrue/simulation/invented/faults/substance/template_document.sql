-- Some documents were copied from a template and never filled in, or hold hardly more than a heading.
create or replace temp table planted as
select id as object from documents where draw('template', id) < 0.12 or id = (select min(id) from documents);
update document_versions
set text = pick('template text', document, [
    'Purpose: to be written. Scope: see the plan. Responsible: see the list.',
    'This document of [Company name] holds for [department]. It was made by [your name] and says what is done, when it is done and who does it in all places at all hours of the day.',
    'Our organisation keeps to all that is asked of it in this field, for all its people, places and partners. TBD. The steps are followed in the given order, and {{responsible}} watches over them. TODO. All records are kept.'
])
where
    document in (select object from planted)
    and draw('template hit', document) < 2 * $strength
    and approved_at = (select max(latest.approved_at) from document_versions as latest where latest.document = document_versions.document);
