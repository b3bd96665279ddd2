"""Procedures filed under the question "value"."""
