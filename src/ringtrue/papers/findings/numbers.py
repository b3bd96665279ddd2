"""Numbers of records: ``F-001``, ``E-001``, one after the other."""

import re
from collections.abc import Iterable, Iterator

_NUMBER = re.compile(r"(\d+)$")


def numbered(prefix: str, known: Iterable[str]) -> Iterator[str]:
    """Numbers that no known record has, from the one after the highest."""
    number = highest(known) + 1
    while True:
        yield f"{prefix}-{number:03d}"
        number += 1


def highest(known: Iterable[str]) -> int:
    """The highest number among ids; 0 where there is none."""
    return max((int(found.group(1)) for one in known if (found := _NUMBER.search(one))), default=0)
