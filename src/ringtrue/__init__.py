"""Ringtrue audits a service management system by its outcomes."""

__version__ = "0.1.0"
