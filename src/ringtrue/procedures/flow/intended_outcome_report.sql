select
    changes.id as item,
    changes.service,
    coalesce(epoch(coalesce(changes.ended_at, changes.started_at)) > epoch(audit_period.as_of) - $due_days * 86400, true)
        and trim(coalesce(changes.achieved_outcome, '')) = '' as not_due,
    trim(coalesce(changes.intended_outcome, '')) = '' as not_intended,
    trim(coalesce(changes.achieved_outcome, '')) = '' as not_achieved,
    changes.intended_outcome,
    changes.achieved_outcome,
    changes.ended_at,
    changes.source_file,
    changes.source_row
from period_changes as changes
cross join audit_period
where
    changes.major
    and changes.in_scope
    and changes.done_in_period
    and not regexp_matches(lower(coalesce(changes.outcome, '')), '(cancel|withdr|reject|back(ed)? ?out|rolled back)')
