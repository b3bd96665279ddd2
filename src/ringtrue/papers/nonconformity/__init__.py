"""A single nonconformity report, for the auditee to answer."""
