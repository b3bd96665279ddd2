"""Read-only queries on PostgreSQL, MySQL, MariaDB or SQLite, whose results are kept as sources."""
