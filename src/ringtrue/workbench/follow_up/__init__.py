"""Follow-up: the answer to a finding, from the correction to the verified effect."""
