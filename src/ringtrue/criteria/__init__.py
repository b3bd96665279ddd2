"""Criteria as data: one file per framework and edition."""
