"""Procedures filed under the question "thread"."""
