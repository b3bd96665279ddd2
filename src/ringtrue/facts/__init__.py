"""Facts that the auditor must know before reading any verdict: one SQL file each, giving ``statement``, ``value``, ``n``."""
