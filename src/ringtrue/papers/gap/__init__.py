"""Readiness by clause without an audit: the workbook, the document and the evidence pack of ``ringtrue gap``."""
