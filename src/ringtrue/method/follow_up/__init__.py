"""The follow-up of findings: the response chain in its order, and when an effect has been shown."""
