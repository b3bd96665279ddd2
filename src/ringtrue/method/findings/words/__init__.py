"""What gives a remedy, a rule or a breach away, one file a language."""
