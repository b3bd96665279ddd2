"""Proposals for people to decide on: likely links and likely kinds, from the wording alone. Nothing here changes a table."""
