"""Exports of Jira Service Management: issues as JSON with their changelog, the issue navigator's CSV, tables of connectors."""
