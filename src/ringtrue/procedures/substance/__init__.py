"""Procedures filed under the question "substance"."""
