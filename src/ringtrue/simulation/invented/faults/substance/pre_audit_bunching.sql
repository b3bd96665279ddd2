-- Documents are approved, and records of controls written down, in the weeks before an audit.
-- consequences: substance.record-lag, substance.paper-control
create or replace temp table planted as
select 'approvals of documents' as object union all select 'control records' as object;
create or replace temp table audit_days as
select "at" as moment from context_events where kind = 'external_audit' union all select held_at from reviews where kind = 'internal_audit';
create or replace temp table put_off as
select approvals.id, min(audit_days.moment) as audited_at
from approvals
join audit_days on audit_days.moment > approvals.decided_at + interval 3 day
where approvals.object_kind = 'document' and draw('pre-audit-bunching hit', approvals.id) < 1.8 * $strength
group by approvals.id;
update approvals
set
    decided_at = put_off.audited_at - to_hours(24 + cast(600 * draw('pre-audit-bunching when', put_off.id) as integer)),
    recorded_at = put_off.audited_at - to_hours(23 + cast(600 * draw('pre-audit-bunching when', put_off.id) as integer))
from put_off
where put_off.id = approvals.id;
create or replace temp table written_late as
select control_records.id, min(audit_days.moment) as audited_at
from control_records
join audit_days on audit_days.moment > control_records.performed_at + interval 3 day
where draw('pre-audit-bunching hit', control_records.id) < 1.2 * $strength
group by control_records.id;
update control_records
set recorded_at = written_late.audited_at - to_hours(24 + cast(600 * draw('pre-audit-bunching when', written_late.id) as integer))
from written_late
where written_late.id = control_records.id and control_records.performed_at < written_late.audited_at - interval 26 day;
