"""Exports of Zendesk: tickets, audits and metric events as JSON or JSON lines, the account's CSV, tables of connectors."""
