"""Samples: what was planned before anybody looked, what was drawn, and what each record showed."""

from dataclasses import dataclass
from typing import Literal

Method = Literal["attribute", "discovery", "stratified", "pps", "stop-or-go", "judgement"]
"""How records are chosen. ``judgement`` is the auditor's own choice; all others are drawn by chance."""

State = Literal["committed", "frozen", "drawn"]
"""The seed was committed; the population was frozen and the plan made; the seed was revealed and the records drawn."""

ItemResult = Literal["open", "pass", "deviation", "not_produced"]
"""``not_produced``: the auditee could not show the record, which counts as a deviation."""

About = Literal["population", "process"]
"""What is concluded on: the records of the population as frozen, or the process that goes on making such records."""


@dataclass(frozen=True, kw_only=True)
class Population:
    """What was sampled from, frozen: where it stands, the filter in words, how many, and hashes that tell any change.

    ``ids_sha256`` is the SHA-256 of the ids in the order of their bytes, each followed by a line feed (``LC_ALL=C sort | sha256sum``);
    ``frame_sha256`` the same with stratum and size after each id, where there are any. ``notes`` is what was known of its completeness before the draw.
    """

    subject: str
    filter: str
    count: int
    ids_sha256: str
    frame_sha256: str
    run: str | None = None
    verdicts: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    size_column: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SampleStratum:
    """A stratum: how many records it has, how many of them are drawn."""

    name: str
    population: int
    planned: int


@dataclass(frozen=True, kw_only=True)
class PlannedLook:
    """A look that was planned: after ``n`` records in all it accepts with at most ``acceptable`` deviations."""

    n: int
    acceptable: int


@dataclass(frozen=True, kw_only=True)
class SizePlan:
    """A plan with chances in proportion to size. ``unknown`` sizes were counted as the smallest one that is known."""

    total: float
    certain_at: float | None
    certain: int
    certain_total: float
    drawn: int
    interval: float
    unknown: int = 0


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A sample. ``procedure`` is the claim that it bears on, ``lead`` the lead whose records it takes.

    ``seed_origin`` tells whether the seed was drawn from the system's randomness or given by somebody. ``drawn`` counts the records.
    """

    id: str
    state: State
    method: Method
    confidence: float
    tolerable: float
    seed_sha256: str
    seed_origin: Literal["system", "given"]
    committed_by: str
    committed_at: str
    about: About = "population"
    procedure: str | None = None
    lead: str | None = None
    clauses: tuple[str, ...] = ()
    population: Population | None = None
    looks: tuple[PlannedLook, ...] = ()
    strata: tuple[SampleStratum, ...] = ()
    sizes: SizePlan | None = None
    seed: str | None = None
    drawn: int = 0
    drawn_by: str | None = None
    drawn_at: str | None = None


@dataclass(frozen=True, kw_only=True)
class SampleItem:
    """A record of a sample. ``rank`` is its place by hash, within its stratum where there are strata; ``says`` what the data say of it."""

    sample: str
    number: int
    item: str
    rank: int
    stratum: str | None = None
    service: str | None = None
    says: str = ""
    source_file: str | None = None
    source_row: int | None = None
    size: float | None = None
    certain: bool = False
    result: ItemResult = "open"
    note: str | None = None
    evidence: tuple[str, ...] = ()
    by: str | None = None
    at: str | None = None

    @property
    def id(self) -> str:
        """The id of this record in the journal."""
        return f"{self.sample}/{self.number:04}"

    @property
    def deviates(self) -> bool:
        """Whether it counts as a deviation."""
        return self.result in ("deviation", "not_produced")
