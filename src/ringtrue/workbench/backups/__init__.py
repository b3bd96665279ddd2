"""Backups of a whole workbench: its database and its folders in one file that proves itself whole."""
