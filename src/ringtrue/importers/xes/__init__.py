"""Event logs in XES, the exchange format of process mining (1.0 and 2.0, plain or packed)."""
