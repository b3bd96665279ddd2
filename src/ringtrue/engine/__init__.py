"""The engine: audit folder, loading, procedures on DuckDB, judged tables, results."""
