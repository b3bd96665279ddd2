with latest as (
    select
        documents.id,
        documents.title,
        documents.kind,
        documents.source_file,
        documents.source_row,
        document_texts.version,
        coalesce(document_texts.has_text, false) as has_text,
        coalesce(document_texts.is_lost, false) as is_lost,
        coalesce(document_texts.words, 0) as words,
        coalesce(document_texts.placeholders, 0) as placeholders,
        document_texts.plain,
        document_texts.shingles,
        len(coalesce(documents.clauses, [])) > 0 as is_demanded,
        regexp_matches(
            lower(coalesce(documents.kind, '')),
            'template|form\b|forms\b|blank|vorlage|formular|vordruck|modèle|formulaire|gabarit|plantilla|formulario'
        ) as is_form,
        regexp_matches(lower(coalesce(documents.status, '')), 'draft|entwurf|brouillon|borrador') as is_draft
    from documents
    left join document_texts on document_texts.document = documents.id and document_texts.place = 1
    where not regexp_matches(
        lower(coalesce(documents.status, '')),
        'withdrawn|retired|obsolete|archived|superseded|zurückgezogen|außer kraft|archiviert|retiré|obsolète|abrogé|retirado|obsoleto|archivado|anulado'
    )
),
losses as (
    select count(*) filter (where not has_text or (is_lost and words < $least_words)) * 2 > count(*) as most from latest where not is_form
),
speaking as (
    select id, plain, shingles, is_form, len(shingles) as n from latest where has_text and words >= $least_words and len(shingles) > 0
),
texts as (
    select
        row_number() over (order by plain) as text,
        plain,
        any_value(shingles) as shingles,
        any_value(n) as n,
        count(*) as documents,
        bool_or(is_form) as is_form
    from speaking
    group by plain
),
parts as (
    select text, n, unnest(shingles) as shingle from texts
),
shared as (
    select shingle, row_number() over (order by count(*), shingle) as rarity from parts group by shingle having count(*) > 1
),
signs as (
    select
        parts.text,
        parts.n,
        shared.rarity,
        row_number() over (partition by parts.text order by shared.rarity) as place,
        parts.n - count(*) over (partition by parts.text) as of_its_own
    from parts
    join shared on shared.shingle = parts.shingle
),
told as (
    select text, n, rarity from signs where place + of_its_own <= floor((1 - $least_alike) * n + 1e-9) + 1
),
neighbours as (
    select
        text,
        lead(text, 1) over nearest as first_next,
        lead(text, 2) over nearest as second_next,
        lead(text, 3) over nearest as third_next
    from told
    window nearest as (partition by rarity order by n, text)
),
pairs as (
    select text as one, first_next as other from neighbours where first_next is not null
    union
    select text as one, second_next as other from neighbours where second_next is not null
    union
    select text as one, third_next as other from neighbours where third_next is not null
),
alike as (
    select pairs.one, pairs.other
    from pairs
    join texts on texts.text = pairs.one
    join texts as others on others.text = pairs.other
    where
        cast(len(list_intersect(texts.shingles, others.shingles)) as double)
        >= $least_alike * (texts.n + others.n - len(list_intersect(texts.shingles, others.shingles)))
),
both_ways as (
    select one, other from alike
    union
    select other as one, one as other from alike
),
copies as (
    select texts.plain, texts.documents + coalesce(sum(others.documents), 0) - 1 as others, texts.is_form or coalesce(bool_or(others.is_form), false) as of_form
    from texts
    left join both_ways on both_ways.one = texts.text
    left join texts as others on others.text = both_ways.other
    group by texts.plain, texts.documents, texts.is_form
)
select
    latest.id as item,
    document_services.service,
    not latest.is_form and ((latest.is_lost and latest.words < $least_words) or (losses.most and not latest.has_text)) as text_lost,
    not latest.is_form and latest.is_draft as is_draft,
    not latest.is_form and latest.words < $least_words as too_short,
    not latest.is_form and latest.placeholders > $most_placeholders as not_filled_in,
    not latest.is_form and (coalesce(copies.others >= $others_alike, false) or coalesce(copies.of_form, false)) as same_as_others,
    latest.title,
    latest.kind,
    latest.version,
    latest.words,
    latest.placeholders,
    coalesce(copies.others, 0) as same_documents,
    latest.is_demanded,
    latest.is_form,
    latest.is_lost as is_marked_lost,
    latest.source_file,
    latest.source_row
from latest
cross join losses
left join copies on copies.plain = latest.plain and latest.has_text and latest.words >= $least_words
left join document_services on document_services.document = latest.id
