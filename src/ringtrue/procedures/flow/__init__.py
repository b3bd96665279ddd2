"""Procedures filed under the question "flow"."""
