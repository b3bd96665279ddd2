"""Exports of ServiceNow: lists and histories as CSV or Excel, with column names or labels, and tables of connectors."""
