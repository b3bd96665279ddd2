"""The workbench under hardship: killed at any moment, and used by many at once."""
