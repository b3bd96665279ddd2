select audit_eve_records.kind as object, audit_eve_records.item, audit_eve_records."at" as written_at, audit_eve_records.source_file, audit_eve_records.source_row
from audit_eve_records
cross join audit_period
where
    audit_eve_records.is_eve
    and not audit_eve_records.is_due
    and audit_eve_records."at" >= least(audit_period.starts_at, audit_period.as_of - interval 365 day)
    and audit_eve_records."at" <= audit_period.as_of
