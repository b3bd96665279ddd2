"""The evidence request, filled in by the auditee."""
