"""Object-centric event logs: OCEL 2.0 (JSON, XML, SQLite) and OCEL 1.0 (JSON, CSV)."""
