-- Some documents about the whole organisation were read again and found right as they are; nothing happened that asked for a change.
update document_versions
set text = first.text
from (select document, text from document_versions where version = '1.0') as first
where
    first.document = document_versions.document
    and draw('stable', first.document) < 0.3
    and first.document in (
        select id from document_topics
        where service is not null and service not in (select service from context_events where service is not null)
    );
