"""Papers that people fill in: written as Word and Excel files, and read back into the audit's journal."""
