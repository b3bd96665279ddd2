"""Findings: drafted, graded by people, reviewed by a second person, issued to the auditee, answered."""
