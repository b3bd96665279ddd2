"""Looking more than once: the real risk of a plan, and the exact bound after it.

A plan is a row of looks, each with the number of records seen so far and the number of deviations with which it accepts.
Whoever looks again because the first look did not please has more than one chance to accept: the risks add up.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.statistics.sampling.mass import binomial_masses, hypergeometric_masses
from ringtrue.statistics.sampling.sizes import deviants, within

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class Look:
    """A look at ``n`` records in all: it accepts with at most ``acceptable`` deviations among them."""

    n: int
    acceptable: int


def real_risk(looks: Sequence[Look], tolerable: float, population: int | None = None) -> float:
    """The chance that one of the looks accepts, though the rate is the tolerable one."""
    deviating = None if population is None else deviants(tolerable, population)
    return sum(chance for _, _, chance in _ends(looks, tolerable, deviating, population)[0])


def upper_bound_of_looks(
    looks: Sequence[Look], seen: int, deviations: int, confidence: float = 0.95, population: int | None = None
) -> float:
    """The exact one-sided upper bound of the rate after a plan of several looks ended with ``deviations`` in ``seen`` records.

    Ends of the plan are ordered by their share of deviations; the bound is the highest rate with which an end as good as this
    one, or better, has a chance above 1 - confidence (Jennison and Turnbull, Technometrics 25, 1983, sample-mean ordering).
    """
    if population is not None:
        return _bound_in(looks, seen, deviations, confidence, population)
    low, high = deviations / seen if seen else 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        good = _chance_as_good(looks, seen, deviations, middle, None, None)
        low, high = (low, middle) if within(good, confidence) else (middle, high)
    return high


def _bound_in(looks: Sequence[Look], seen: int, deviations: int, confidence: float, population: int) -> float:
    low, high = deviations, population - seen + deviations
    while low < high:
        middle = (low + high + 1) // 2
        good = _chance_as_good(looks, seen, deviations, 0.0, middle, population)
        low, high = (low, middle - 1) if within(good, confidence) else (middle, high)
    return low / population


def _chance_as_good(
    looks: Sequence[Look],
    seen: int,
    deviations: int,
    rate: float,
    deviating: int | None,
    population: int | None,
) -> float:
    """The chance of all ends of the plan with a share of deviations that is not above the one seen."""
    accepted, refused = _ends(looks, rate, deviating, population)
    return sum(chance for n, found, chance in (*accepted, *refused) if found * seen <= deviations * n)


_End = tuple[int, int, float]


def _ends(
    looks: Sequence[Look], rate: float, deviating: int | None, population: int | None
) -> tuple[list[_End], list[_End]]:
    """Every way in which the plan may end, accepting or not: records seen, deviations found, and its chance."""
    accepted: list[_End] = []
    refused: list[_End] = []
    open_ends: dict[int, float] = {0: 1.0}
    seen, most = 0, looks[-1].acceptable
    for place, look in enumerate(looks):
        found = _further(open_ends, seen, look.n - seen, rate, deviating, population)
        seen, open_ends = look.n, {}
        for deviations, chance in found.items():
            if deviations <= look.acceptable:
                accepted.append((seen, deviations, chance))
            elif deviations > most or place == len(looks) - 1:
                refused.append((seen, deviations, chance))
            else:
                open_ends[deviations] = chance
    return accepted, refused


def _further(
    before: dict[int, float],
    seen: int,
    more: int,
    rate: float,
    deviating: int | None,
    population: int | None,
) -> dict[int, float]:
    """The chances of the number of deviations after ``more`` records, from those before."""
    after: dict[int, float] = {}
    for known, chance in before.items():
        masses = _masses(more, seen, known, rate, deviating, population)
        for found, mass in enumerate(masses.tolist()):
            if mass:
                after[known + found] = after.get(known + found, 0.0) + chance * mass
    return after


def _masses(
    more: int, seen: int, known: int, rate: float, deviating: int | None, population: int | None
) -> "np.ndarray":
    if deviating is None or population is None:
        return binomial_masses(more, rate)
    left = deviating - known
    # With fewer deviating records than were found this way has no chance; its own chance is 0 already.
    return hypergeometric_masses(more, max(left, 0), max(population - seen, more))
