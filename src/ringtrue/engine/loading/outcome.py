"""What goes into a load, and what became of it."""

from collections import Counter
from dataclasses import dataclass, field

from ringtrue.engine.loading.narrow import LARGE
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping, ReadResult

SORTED = ("case_events",)
"""Tables on whose order others rely: events case by case, each in the order of time."""


@dataclass(frozen=True)
class Incoming:
    """A source that an importer has read, on its way into the tables."""

    file: str
    read: ReadResult
    mapping: Mapping


@dataclass
class Loaded:
    """What became of the sources: counts per file, what was assumed, which columns were given, facts of flags, which tables
    stand in the order in which they are written; how many parts each table is made of, and from how many rows it is large."""

    rows: dict[str, int] = field(default_factory=dict)
    loaded: dict[str, int] = field(default_factory=dict)
    rejected: dict[str, int] = field(default_factory=dict)
    assumptions: dict[str, list[str]] = field(default_factory=dict)
    errors: dict[str, UnreadableInput] = field(default_factory=dict)
    given: dict[str, set[str]] = field(default_factory=dict)
    shared_assumptions: list[str] = field(default_factory=list)
    cases_from: list[str] = field(default_factory=list)
    facts: list[dict[str, object]] = field(default_factory=list)
    in_order: set[str] = field(default_factory=set)
    fed: Counter[str] = field(default_factory=Counter)
    large: int = LARGE
