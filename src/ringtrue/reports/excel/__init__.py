"""Workbooks: one writer for all of them, and the working papers of a run."""
