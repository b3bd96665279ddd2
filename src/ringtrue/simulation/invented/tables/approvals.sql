-- Who approved what: changes before they start, by those who sit on the change board; versions of documents; requirements and agreements, by
-- the customer; and targets. Written down within hours.
with board as (
    select
        max(owner) filter (where process = 'change enablement') as chair,
        max(owner) filter (where process = 'incident management') as deputy
    from process_people
),
asked as (
    select
        'APR-' || changes.id as id,
        'change' as object_kind,
        changes.id as object,
        changes.requester,
        case when changes.class = 'emergency' and draw('on call', changes.id) < 0.5 then board.deputy else board.chair end as approver,
        case changes.class
            when 'emergency' then changes.created_at + to_seconds(cast((0.2 + 0.6 * draw('approved', changes.id)) * epoch(coalesce(changes.started_at, changes.planned_start) - changes.created_at) as bigint))
            else least(
                date_trunc('day', changes.created_at + to_days(1 + cast(floor(5 * draw('approved', changes.id)) as integer)))
                    + to_seconds(25200 + cast(32000 * draw('approved when', changes.id) as bigint)),
                changes.planned_start - to_hours(4 + cast(floor(10 * draw('approved late', changes.id)) as integer))
            )
        end as decided_at
    from changes
    cross join board
    where changes.class <> 'standard'
    union all
    select
        'APR-' || document || '-' || version, 'document', document || ' ' || version,
        case when document_topics.service is null then documents.owner else staff.party end,
        approved_by,
        document_versions.approved_at
    from document_versions
    join documents on documents.id = document_versions.document
    join document_topics on document_topics.id = documents.id
    left join (
        select service, min(party) as party from role_assignments where role = 'practitioner' and valid_to is null group by service
    ) as staff on staff.service = document_topics.service
    union all
    select
        'APR-' || requirements.id, 'requirement', requirements.id,
        owner_terms.party,
        source_party,
        requirements.agreed_at + to_minutes(1 + cast(floor(600 * draw('requirement approved', requirements.id)) as integer))
    from requirements
    join owner_terms
        on owner_terms.service = requirements.service and owner_terms.role = 'service_owner'
        and owner_terms.since <= requirements.agreed_at and owner_terms.until > requirements.agreed_at
    union all
    select
        'APR-' || agreements.id, 'agreement', agreements.id,
        owner_terms.party, agreements.signed_by, agreements.agreed_at
    from agreements
    join owner_terms
        on owner_terms.service = agreements.service and owner_terms.role = 'service_owner'
        and owner_terms.since <= agreements.agreed_at and owner_terms.until > agreements.agreed_at
)
select
    id,
    object_kind,
    object,
    requester,
    approver,
    'approved' as decision,
    decided_at,
    decided_at + to_seconds(60 + cast(least(9000, 1200 * draw_exponential('approval recorded', id)) as bigint)) as recorded_at
from asked
where decided_at < $ends - interval 4 hour
order by decided_at, id
