"""Organisations that are audited, or that audit: their administrators and their Word template."""
