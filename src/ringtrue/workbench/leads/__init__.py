"""Leads: what a run gives reason to look at, the rows behind each, and what became of it."""
