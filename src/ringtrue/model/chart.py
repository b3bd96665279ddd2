"""What a chart shows, without how it is drawn: the content of a run's ``charts.json``, a JSON list of these.

Each object of the list is one of the five kinds below, told apart by ``kind``. A chart belongs to a lead, or, with ``lead``
null, to its procedure as a whole. Values are plain numbers in ``unit``; a share is between 0 and 1.
"""

from dataclasses import dataclass
from typing import Literal

ChartUnit = Literal["share", "number", "count", "ratio", "minutes", "hours", "days", "points"]
"""How values are written: ``share`` as per cent, the durations in readable units, ``points`` as percentage points."""

Tone = Literal["against", "for", "neutral"]
"""Which way a line speaks: against the claim, for it, or neither."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A value that the others are to be compared with, such as a target."""

    label: str
    value: float


@dataclass(frozen=True, kw_only=True)
class _Chart:
    """What every chart says: whose it is, what it shows (``title``), what to notice (``note``, one sentence)."""

    procedure: str
    lead: str | None = None
    title: str
    note: str = ""
    unit: ChartUnit = "share"


@dataclass(frozen=True, kw_only=True)
class FunnelPoint:
    """One object (team, service...) with ``n`` records."""

    object: str
    n: int
    value: float
    highlighted: bool = False


@dataclass(frozen=True, kw_only=True)
class FunnelLimit:
    """The limits at ``n`` records; a few dozen of them, from the smallest n to the largest, draw the funnel."""

    n: int
    lower: float
    upper: float


@dataclass(frozen=True, kw_only=True)
class FunnelChart(_Chart):
    """Objects by size, around what all of them have together, inside the limits of chance. ``level``: 0.998."""

    points: tuple[FunnelPoint, ...]
    pooled: float
    limits: tuple[FunnelLimit, ...]
    level: float = 0.998
    kind: Literal["funnel"] = "funnel"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One named value for each period, None where there is none."""

    name: str
    values: tuple[float | None, ...]
    tone: Tone = "neutral"


@dataclass(frozen=True, kw_only=True)
class SeriesChart(_Chart):
    """One to four lines over ``periods`` (``2026-04`` for a month, ``2026-Q2``, ``2026-04-13``), in order."""

    periods: tuple[str, ...]
    lines: tuple[Line, ...]
    references: tuple[Reference, ...] = ()
    kind: Literal["series"] = "series"


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One category; ``n`` is how many records its value comes from, None where the value is the count itself."""

    category: str
    value: float
    n: int | None = None
    highlighted: bool = False


@dataclass(frozen=True, kw_only=True)
class BarsChart(_Chart):
    """Categories in the order given, each with its value."""

    bars: tuple[Bar, ...]
    reference: Reference | None = None
    kind: Literal["bars"] = "bars"


@dataclass(frozen=True, kw_only=True)
class Bin:
    """``n`` records with a value from ``start`` up to, not with, ``end``."""

    start: float
    end: float
    n: int
    highlighted: bool = False


@dataclass(frozen=True, kw_only=True)
class HistogramChart(_Chart):
    """How many records lie where; ``unit`` is that of the axis, ``target`` the line they may crowd at."""

    bins: tuple[Bin, ...]
    target: Reference | None = None
    kind: Literal["histogram"] = "histogram"


@dataclass(frozen=True, kw_only=True)
class Interval:
    """An estimate with its bounds."""

    object: str
    estimate: float
    lower: float
    upper: float
    n: int | None = None
    highlighted: bool = False


@dataclass(frozen=True, kw_only=True)
class IntervalsChart(_Chart):
    """Objects in the order given, each with estimate and bounds, beside what they are compared with."""

    intervals: tuple[Interval, ...]
    reference: Reference | None = None
    kind: Literal["intervals"] = "intervals"


Chart = FunnelChart | SeriesChart | BarsChart | HistogramChart | IntervalsChart
