"""The audit plan: filled in as a workbook, handed out as a document."""
