-- kept
-- Approvals of documents and control records, each on the day on which it was written down: whether it was due then by its own cycle (the
-- review of the document within a month; the control's interval, give or take a quarter), and whether it lies in the 30 days before an audit.
with audits as (
    select cast("at" as date) as day from context_events where kind = 'external_audit'
    union
    select cast(held_at as date) as day from reviews where kind = 'internal_audit'
),
versions as (
    select
        document,
        version,
        approved_at,
        recorded_at,
        lag(next_review_at) over (partition by document order by approved_at, version) as due_by_plan,
        lag(approved_at) over (partition by document order by approved_at, version) as approved_before,
        source_file,
        source_row
    from document_versions
    where approved_at is not null
),
approved as (
    select approvals.id as item, approvals.object as document, coalesce(approvals.recorded_at, approvals.decided_at) as "at",
        versions.due_by_plan, versions.approved_before, versions.document as known_document, approvals.source_file, approvals.source_row
    from approvals
    left join versions on approvals.object = versions.document || ' ' || versions.version
    where approvals.object_kind = 'document'
    union all
    select versions.document || ' ' || versions.version as item, versions.document, coalesce(versions.recorded_at, versions.approved_at) as "at",
        versions.due_by_plan, versions.approved_before, versions.document as known_document, versions.source_file, versions.source_row
    from versions
    where (select count(*) from approvals where object_kind = 'document') = 0
),
performed as (
    select
        control_records.id as item,
        coalesce(control_records.recorded_at, control_records.performed_at) as "at",
        lag(control_records.performed_at) over (
            partition by control_records.control, coalesce(control_records.object, '') order by control_records.performed_at, control_records.id
        ) as performed_before,
        controls.interval_days,
        control_records.source_file,
        control_records.source_row
    from control_records
    left join controls on controls.id = control_records.control
),
records as (
    select
        'approvals of documents' as kind,
        approved.item,
        approved."at",
        coalesce(abs(epoch(approved."at") - epoch(approved.due_by_plan)) <= 30 * 86400, false)
            or coalesce(
                abs(epoch(approved."at") - epoch(approved.approved_before) - documents.review_days * 86400) <= 30 * 86400, false
            ) as is_due,
        approved.source_file,
        approved.source_row
    from approved
    left join documents on documents.id = approved.known_document
    union all
    select
        'control records' as kind,
        item,
        "at",
        coalesce(abs(epoch("at") - epoch(performed_before) - interval_days * 86400) <= 0.25 * interval_days * 86400, false) as is_due,
        source_file,
        source_row
    from performed
),
eves as (
    select distinct records.kind, cast(records."at" as date) as day
    from records
    join audits
        on cast(records."at" as date) < audits.day
        and epoch(cast(audits.day as timestamp)) - epoch(cast(cast(records."at" as date) as timestamp)) <= 30 * 86400
)
select records.*, cast(records."at" as date) as day, eves.day is not null as is_eve
from records
left join eves on eves.kind = records.kind and eves.day = cast(records."at" as date)
where records."at" is not null
