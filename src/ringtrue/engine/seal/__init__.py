"""The seal of an audit: what was there, signed; and the check of it, without a network."""
