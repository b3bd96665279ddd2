"""The six questions: one folder each, one pair of files per procedure."""
