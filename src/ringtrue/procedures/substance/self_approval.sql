with team_sizes as (
    select parent as team, count(*) as people from parties where kind = 'person' and parent is not null group by parent
),
identities as (
    select
        approval_decisions.id,
        changes.id as change,
        changes.service,
        changes.class,
        changes.requester,
        changes.implementer,
        approval_decisions.approver,
        approval_decisions.decided_at,
        regexp_replace(regexp_replace(lower(trim(approval_decisions.approver)), '@.*$', ''), '[\s._]+', ' ', 'g') as approved_by,
        regexp_replace(regexp_replace(lower(trim(changes.requester)), '@.*$', ''), '[\s._]+', ' ', 'g') as asked_by,
        regexp_replace(regexp_replace(lower(trim(changes.implementer)), '@.*$', ''), '[\s._]+', ' ', 'g') as done_by,
        parties.kind is not null and parties.kind <> 'person' as by_no_person,
        coalesce(changes.class = 'standard', false) as in_advance,
        coalesce(
            team_sizes.people <= $tiny_team
            and epoch(changes.reviewed_at) - epoch(coalesce(changes.ended_at, changes.started_at, approval_decisions.decided_at)) <= $later_review_days * 86400,
            false
        ) as reviewed_later,
        approval_decisions.source_file,
        approval_decisions.source_row
    from approval_decisions
    cross join audit_period
    left join changes on changes.id = approval_decisions.object
    left join parties on parties.id = approval_decisions.approver
    left join parties as hands on hands.id = changes.implementer
    left join team_sizes on team_sizes.team = hands.parent
    where
        approval_decisions.object_kind = 'change'
        and not approval_decisions.is_refused
        and (approval_decisions.decided_at is null or (approval_decisions.decided_at >= audit_period.starts_at and approval_decisions.decided_at < audit_period.ends_at))
        and (not audit_period.scoped or changes.id is null or changes.service in (select service from audit_scope))
)
select
    id as item,
    service,
    change is null as change_unknown,
    requester is null and implementer is null as nobody_known,
    coalesce(approved_by = asked_by, false) and not by_no_person and not in_advance and not reviewed_later as by_requester,
    coalesce(approved_by = done_by, false) and not by_no_person and not in_advance and not reviewed_later as by_implementer,
    change,
    class,
    approver,
    requester,
    implementer,
    decided_at,
    (in_advance or reviewed_later) and not by_no_person and (coalesce(approved_by = asked_by, false) or coalesce(approved_by = done_by, false)) as explained,
    source_file,
    source_row
from identities
