"""The programme of an organisation: which audits of which services, over several years."""
