"""Exports whose tables are described in files: which columns tell a table, which SQL unfolds it, what feeds what."""
