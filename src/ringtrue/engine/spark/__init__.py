"""Spark as the engine of a run, where one machine is not enough: the same SQL, the same judged rows."""
