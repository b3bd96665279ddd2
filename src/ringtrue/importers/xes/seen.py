"""What the reading of a log sees beside its events."""

from dataclasses import dataclass, field
from enum import IntEnum

NAMED = 5
"""Names of traces that a message shows."""


class Place(IntEnum):
    """The element whose direct children are being read."""

    NOWHERE = 0
    LOG = 1
    GLOBAL = 2
    TRACE = 3
    EVENT = 4


@dataclass
class Seen:
    """What a log holds beside its events: counts, and the first few names."""

    traces: int = 0
    unnamed_traces: int = 0
    empty_traces: int = 0
    empty_names: list[str] = field(default_factory=list)
    loose_events: int = 0
    nested: int = 0
    lists: int = 0
    repeated: int = 0
    incomplete: int = 0
    unknown: int = 0
    defaults: set[str] = field(default_factory=set)
