-- The service that a document's title names, by the longest name that stands in it; documents of the whole organisation are not here.
with titles as (
    select id, ' ' || trim(regexp_replace(lower(title), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words from documents
),
names as (
    select id, ' ' || trim(regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as words from services
),
named as (
    select
        titles.id as document,
        names.id as service,
        row_number() over (partition by titles.id order by length(names.words) desc, names.id) as place
    from titles
    join names on length(names.words) > 3 and contains(titles.words, names.words)
)
select document, service from named where place = 1
