-- Up to three versions of each document, a year apart and spread over the year; two or three sentences change each time.
with numbered as (
    select
        document_topics.*,
        documents.owner,
        coalesce(services.name, 'our services') as about,
        versions.version,
        $period_begins
        + to_days(5 + cast(350 * ((document_topics.place * 0.618034 + draw('document phase', 'all')) % 1) as integer) - 352 * (3 - versions.version))
        + to_minutes(480 + cast(480 * draw('document approved', document_topics.id || versions.version) as integer)) as moment
    from document_topics
    join documents on documents.id = document_topics.id
    left join services on services.id = document_topics.service
    cross join (values (1), (2), (3)) as versions (version)
),
said as (
    select
        numbered.id,
        numbered.version,
        string_agg(
            replace(replace(replace(replace(sentences.text,
                '{title}', '“' || numbered.title || '”'),
                '{service}', numbered.about),
                '{days}', cast(10 + 2 * cast(floor(20 * draw('document days', numbered.id)) as integer) as varchar)),
                '{office}', case
                    when numbered.language = 'de' then case when numbered.service is null then 'Prozessverantwortung' else 'Service-Eigentum' end
                    when numbered.language = 'fr' then case when numbered.service is null then 'responsable du processus' else 'propriétaire du service' end
                    when numbered.language = 'es' then case when numbered.service is null then 'responsable del proceso' else 'dueño del servicio' end
                    else case when numbered.service is null then 'process owner' else 'service owner' end
                end),
            ' ' order by sentences.part
        ) as text
    from numbered
    cross join generate_series(1, 8) as parts (part)
    join document_sentences as sentences
        on sentences.language = numbered.language
        and sentences.part = parts.part
        and sentences.wording = 1 + (
            cast(floor(6 * draw('document wording', numbered.id || '-' || parts.part)) as integer)
            + len(list_filter(
                generate_series(2, numbered.version),
                lambda step: (step * 3 + numbered.place) % 8 = parts.part - 1 or (step * 5 + numbered.place + 4) % 8 = parts.part - 1
            ))
        ) % 6
    group by numbered.id, numbered.version
),
dated as (
    select *, moment + to_days(case isodow(moment) when 6 then 2 when 7 then 1 else 0 end) as approved_at from numbered
)
select
    dated.id as document,
    cast(dated.version as varchar) || '.0' as version,
    said.text,
    case when dated.service is null then org_people.top else dated.owner end as approved_by,
    dated.approved_at,
    dated.approved_at + to_seconds(600 + cast(7200 * draw('document recorded', dated.id || dated.version) as bigint)) as recorded_at,
    dated.approved_at + to_days(365) as next_review_at
from dated
join said on said.id = dated.id and said.version = dated.version
cross join org_people
where dated.approved_at < timestamp '2026-09-29'
order by dated.id, dated.version
