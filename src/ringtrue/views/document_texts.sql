-- kept
-- Every version of a document with its text reduced to what it says: comments, tags, dates, lines of versions and signatures, the title and
-- the names of services, owner and approver stripped, words in lower case. turn: 1 is the oldest, place: 1 is the latest. moment: when it was
-- released by its own claim. shingles: every three words that follow one another; numbers: the numbers that it states, in order of size as
-- words. placeholders: what is left to be filled in; is_lost: the export says itself that it left content out.
with service_names as (
    select
        ' (' || string_agg(words, '|' order by length(words) desc, words) || ') ' as pattern
    from (select distinct trim(regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g')) as words from services) as named
    where length(words) > 1
),
versions as (
    select
        document_versions.*,
        documents.title,
        owners.name as owner_name,
        approvers.name as approver_name,
        regexp_replace(
            regexp_replace(coalesce(document_versions.text, ''), '(?s)<!--.*?-->', ' ', 'g'), '\[([^\[\]\n]*)\]\([^()\n]*\)', '\1', 'g'
        ) as content
    from document_versions
    cross join audit_period
    left join documents on documents.id = document_versions.document
    left join (select id, any_value(name) as name from parties group by id) as owners on owners.id = documents.owner
    left join (select id, any_value(name) as name from parties group by id) as approvers on approvers.id = document_versions.approved_by
    where coalesce(document_versions.approved_at, document_versions.recorded_at, audit_period.starts_at) < audit_period.ends_at
),
unsigned as (
    select
        versions.*,
        regexp_replace(
            content,
            '(?im)^\W{0,6}(version|revision|rev|status|state|date|datum|fecha|author|autor|auteur|owner|eigentümer|responsable|propriétaire|propietario|approved|approver|approval|release|released|freigegeben|freigabe|genehmigt|approuvé|aprobado|signature|signed|unterschrift|unterzeichnet|signé|firma|firmado|prepared|erstellt|rédigé|elaborado|geprüft|reviewed|reviewer|vérifié|revisado|next review|review date|last review|nächste prüfung|letzte prüfung|prochaine révision|próxima revisión|valid|gültig|issued|stand|document id|document number|page|seite)(\s+\p{L}+){0,2}\s*(:|\||=|#|_{2,}|v?\d)[^\n]{0,120}$',
            ' ',
            'g'
        ) as unsigned_text
    from versions
),
stripped as (
    select
        unsigned.*,
        len(
            regexp_extract_all(
                unsigned_text,
                '(?i)[\[<][^\[\]<>="\n]{0,60}(insert|enter|fill in|your|name|date|company|organi[sz]ation|department|tbd|tbc|todo|xxx|placeholder|einfügen|eintragen|ausfüllen|datum|firma|unternehmen|abteilung|platzhalter|insérer|compléter|nom|société|entreprise|insertar|completar|nombre|empresa|fecha)[^\[\]<>="\n]{0,60}[\]>]|\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\b(tbd|tbc|todo|xxx+|lorem ipsum)\b|_{5,}'
            )
        ) as placeholders,
        regexp_replace(
            regexp_replace(
                replace(
                    replace(
                        replace(
                            lower(regexp_replace(unsigned_text, '</?[a-zA-Z][^<>]{0,200}>', ' ', 'g')),
                            lower(coalesce(nullif(trim(title), ''), '<')),
                            ' '
                        ),
                        lower(coalesce(nullif(trim(owner_name), ''), '<')),
                        ' '
                    ),
                    lower(coalesce(nullif(trim(approver_name), ''), '<')),
                    ' '
                ),
                '\d{4}-\d{2}-\d{2}([t ]\d{2}:\d{2}(:\d{2})?z?)?|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|(\d{1,2}(\.|st|nd|rd|th)?\s+(de\s+|of\s+)?)?(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(\s+de|\s+of)?\s+(\d{1,2},?\s+)?(19|20)\d{2}|\b20[1-4]\d\b|\b(version|revision|rev|v)\.?\s*\d+(\.\d+)*',
                ' ',
                'g'
            ),
            '([\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}])',
            ' \1 ',
            'g'
        ) as said
    from unsigned
),
worded as (
    select
        stripped.*,
        ' ' || trim(regexp_replace(said, '[^\p{L}\p{N}]+', ' ', 'g')) || ' ' as spoken
    from stripped
),
plainly as (
    select worded.*, trim(regexp_replace(worded.spoken, coalesce(service_names.pattern, ' ( ) '), ' ', 'g')) as plain
    from worded
    cross join service_names
)
select
    document,
    version,
    row_number() over (
        partition by document order by coalesce(recorded_at, approved_at), approved_at, next_review_at, source_file, source_row
    ) as turn,
    row_number() over (
        partition by document
        order by
            coalesce(recorded_at, approved_at) desc nulls last,
            approved_at desc nulls last,
            next_review_at desc nulls last,
            source_file desc,
            source_row desc
    ) as place,
    coalesce(approved_at, recorded_at) as moment,
    coalesce(recorded_at, approved_at) as written_at,
    approved_at,
    next_review_at,
    approved_by,
    trim(coalesce(text, '')) <> '' as has_text,
    regexp_matches(coalesce(text, ''), '(?i)unsupported block|content (was )?not exported|\[embedded ') as is_lost,
    placeholders,
    plain,
    len(regexp_extract_all(plain, '[^ ]+')) as words,
    list_sort(regexp_extract_all(plain, '\b[0-9]+\b')) as numbers,
    list_sort(
        list_distinct(
            list_concat(
                list_concat(
                    regexp_extract_all(plain, '[^ ]+ [^ ]+ [^ ]+'), regexp_extract_all(regexp_replace(plain, '^[^ ]+ ?', ''), '[^ ]+ [^ ]+ [^ ]+')
                ),
                regexp_extract_all(regexp_replace(plain, '^[^ ]+ [^ ]+ ?', ''), '[^ ]+ [^ ]+ [^ ]+')
            )
        )
    ) as shingles,
    source_file,
    source_row
from plainly
