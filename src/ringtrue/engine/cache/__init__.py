"""What a run worked out, kept by a digest of what it was worked out from, so that a later run need not repeat it."""
