"""Where a run works: the database, its dialect, its room in memory and on disk, and who works alone."""
