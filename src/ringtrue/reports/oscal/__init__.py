"""The audit as OSCAL: an assessment plan and assessment results, for machines of others."""
