with told as (
    select
        count(*) filter (where table_name = 'approvals') > 0 as approvals,
        count(*) filter (where table_name = 'changes' and column_name = 'reviewed_at') > 0 as reviews
    from given_columns
),
approved as (
    select object as change, min(decided_at) as approved_at
    from approval_decisions
    where object_kind = 'change' and not is_refused
    group by object
),
begun as (
    select
        changes.*,
        coalesce(changes.started_at, case when changes.planned_start < audit_period.as_of then changes.planned_start end) as began_at,
        approved.approved_at,
        coalesce(changes.ended_at, changes.started_at) as finished_at,
        epoch(audit_period.as_of) as as_of
    from period_changes as changes
    cross join audit_period
    left join approved on approved.change = changes.id
    where
        changes.begins_in_period
        and changes.in_scope
        and (changes.started_at is not null or not regexp_matches(lower(coalesce(changes.outcome, '')), '(cancel|withdr|reject)'))
),
timed as (
    select
        begun.*,
        begun.class = 'emergency' as urgent,
        begun.class = 'standard' as in_advance,
        epoch(begun.began_at) + $clock_minutes * 60 as starts,
        epoch(begun.finished_at) + $review_hours * 3600 as review_due
    from begun
)
select
    timed.id as item,
    timed.service,
    timed.began_at is null as start_unknown,
    not coalesce(timed.urgent, false) and not coalesce(timed.in_advance, false) and not told.approvals and not coalesce(epoch(timed.created_at) > timed.starts, false)
        as approvals_untold,
    coalesce(timed.urgent, false) and not told.reviews as reviews_untold,
    coalesce(timed.urgent, false) and timed.reviewed_at is null and (timed.review_due is null or timed.review_due > timed.as_of) as not_due,
    not coalesce(timed.urgent, false) and coalesce(epoch(timed.created_at) > timed.starts, false) as created_after,
    not coalesce(timed.urgent or timed.in_advance, false) and coalesce(epoch(timed.approved_at) > timed.starts, false) as approved_after,
    not coalesce(timed.urgent or timed.in_advance, false) and told.approvals and timed.approved_at is null as not_approved,
    coalesce(timed.urgent, false) and (timed.reviewed_at is null or epoch(timed.reviewed_at) > timed.review_due) as reviewed_late,
    timed.class,
    timed.created_at,
    timed.began_at as started_at,
    timed.approved_at,
    timed.reviewed_at,
    coalesce(timed.in_advance, false) and timed.approved_at is null as authorised_in_advance,
    timed.source_file,
    timed.source_row
from timed
cross join told
