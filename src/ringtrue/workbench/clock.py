"""The time of day, as entries of the trail have it."""

from datetime import UTC, datetime


def now() -> str:
    """The moment in UTC, as ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
