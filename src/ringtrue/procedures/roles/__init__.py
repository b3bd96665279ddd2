"""Procedures filed under the question "roles"."""
