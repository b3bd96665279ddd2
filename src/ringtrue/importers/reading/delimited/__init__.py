"""Text with a delimiter: CSV and its kin."""
