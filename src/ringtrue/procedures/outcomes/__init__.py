"""Procedures filed under the question "outcomes"."""
