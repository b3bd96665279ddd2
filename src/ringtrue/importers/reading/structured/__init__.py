"""Files whose values have names and kinds of their own: JSON, JSON lines and Parquet."""
