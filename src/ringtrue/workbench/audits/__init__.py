"""Audits and who takes part in them."""
