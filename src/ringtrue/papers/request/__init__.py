"""The evidence request: a workbook that the auditee fills in, and that goes back in as an export."""
