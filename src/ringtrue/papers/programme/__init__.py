"""The audit programme: which audits of which services, over some years."""
