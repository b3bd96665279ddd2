"""Evidence: files, records, interviews, observations; three dates, who, where, how obtained, and who verified it."""
