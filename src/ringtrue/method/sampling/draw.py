"""The draw: a committed seed puts the records in an order that nobody chose and anybody can compute again.

A record's rank is that of SHA-256(seed ‖ 0x1F ‖ id), as text in UTF-8; the first n are drawn, an extension takes the next.
"""

import hashlib
from collections.abc import Iterable

SEPARATOR = "\x1f"


def commitment(seed: str) -> str:
    """The SHA-256 of a seed: it binds whoever publishes it, and tells nothing of the seed."""
    return hashlib.sha256(seed.encode()).hexdigest()


def key(seed: str, id: str) -> str:
    """What a record is ranked by."""
    return hashlib.sha256(f"{seed}{SEPARATOR}{id}".encode()).hexdigest()


def ranked(seed: str, ids: Iterable[str]) -> list[str]:
    """The records in the order of their ranks."""
    return sorted(ids, key=lambda id: (key(seed, id), id))


def random_start(seed: str) -> float:
    """Where a systematic draw starts, as a part of the interval: 0 <= start < 1, from the seed alone."""
    digest = hashlib.sha256(f"{seed}{SEPARATOR}{SEPARATOR}start".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48
