"""The metrics of targets that Ringtrue itself computes with, and what they are called in a sentence."""

METRICS = {
    "resolution_minutes": "time to resolve",
    "response_minutes": "time to respond",
    "availability_percent": "availability",
}
"""Any other metric is a word of the organisation's own, and stays as it is."""
