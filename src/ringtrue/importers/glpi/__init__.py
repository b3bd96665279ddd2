"""Exports of GLPI: lists as CSV with labels, and tables of its database or API as CSV, JSON or Excel."""
