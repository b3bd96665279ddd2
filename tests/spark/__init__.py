"""Spark as the engine: the same SQL, the same judged rows."""
