"""Samples with a chance in proportion to size (users affected, cost, criticality): systematic, with a random start.

Every record lies on a line as long as its size; the line is met at a start and then at every interval (Cochran 1977, section
9A.5). A record at least as long as the interval is certain to be met and is taken whole. Evaluated by Horvitz and Thompson
(Journal of the American Statistical Association 47, 1952): each record seen stands for size ÷ its chance.

The bound takes the records drawn as so many independent units of size, each deviating or not: certain records as they are, for the
rest the exact binomial bound (monetary unit sampling; AICPA Audit Guide: Audit Sampling, chapter 6). With the records in
random order, as the draw puts them, systematic selection scatters no more than that; it is an approximation, and said to be one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ringtrue.statistics.intervals import exact_upper


@dataclass(frozen=True)
class PpsDesign:
    """Which records are certain (those of at least the size ``certain_at``), how many others are drawn, at which interval, of which total."""

    total: float
    certain_at: float | None
    certain: int
    certain_total: float
    drawn: int
    interval: float


@dataclass(frozen=True)
class PpsEstimate:
    """The share of all size that lies in deviating records, and its one-sided upper bound."""

    estimate: float
    upper: float


def design_pps(sizes: Iterable[float], n: int) -> PpsDesign:
    """The plan for about ``n`` records. Sizes are above 0 (ValueError); what is certain is taken out until nothing else is."""
    ordered = sorted(sizes, reverse=True)
    if not ordered or ordered[-1] <= 0 or not n >= 1:
        raise ValueError("expected sizes above 0, and at least one record to draw")
    total = rest = sum(ordered)
    certain = 0
    while certain < min(n, len(ordered)) and ordered[certain] >= rest / (n - certain):
        rest -= ordered[certain]
        certain += 1
    if certain == len(ordered):
        return PpsDesign(total, ordered[-1], certain, total, 0, 0.0)
    drawn = min(n, len(ordered)) - certain
    limit = ordered[certain - 1] if certain else None
    rest = sum(ordered[certain:])
    return PpsDesign(total, limit, certain, total - rest, drawn, rest / drawn if drawn else 0.0)


def systematic(sizes: Sequence[float], interval: float, start: float) -> Iterator[int]:
    """The places on the line that are met at ``start`` times the interval and then at every interval; 0 <= start < 1.

    ``sizes`` are those of the records that are not certain, in the order of the line: no place is met twice.
    """
    if not 0 <= start < 1 or interval <= 0:
        raise ValueError(f"expected 0 <= start < 1 and an interval above 0, found {start} and {interval}")
    mark, reached = start * interval, 0.0
    met = 0
    for place, size in enumerate(sizes):
        reached += size
        if reached > mark:
            yield place
            met += 1
            mark = (start + met) * interval


def horvitz_thompson(values: Iterable[float], chances: Iterable[float]) -> float:
    """The total of a value over the population, from the records drawn and the chance that each had."""
    return sum(value / chance for value, chance in zip(values, chances, strict=True))


def estimate_pps(
    design: PpsDesign,
    certain_deviating: Sequence[float],
    drawn_deviating: Sequence[float],
    confidence: float = 0.95,
) -> PpsEstimate:
    """The share of size in deviating records, from the sizes of those that deviated, certain or drawn."""
    chances = [size / design.interval for size in drawn_deviating]
    found = sum(certain_deviating) + horvitz_thompson(drawn_deviating, chances)
    rest = design.total - design.certain_total
    most = rest * exact_upper(len(drawn_deviating), design.drawn, confidence) if design.drawn else 0.0
    return PpsEstimate(found / design.total, (sum(certain_deviating) + most) / design.total)
