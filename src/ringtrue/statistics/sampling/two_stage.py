"""Stop-or-go with two planned looks: none in the first look accepts, exactly one sends to the second, which must be without any.

The second look is found so that both together keep the risk (compare ISO 28596, two-stage sampling plans for auditing).
"""

from ringtrue.statistics.sampling.looks import Look, real_risk
from ringtrue.statistics.sampling.mass import binomial_masses
from ringtrue.statistics.sampling.sizes import attribute_size, within

MOST_TIMES = 50
"""A second look of more than so many times the first is no plan."""

EXPECTED_SHARE = 0.2
"""The first look is chosen for a true rate of this share of the tolerable one [D]."""


def second_look(first: int, tolerable: float, confidence: float = 0.95, population: int | None = None) -> int:
    """How many further records the second look needs after a first one of ``first`` records with exactly one deviation.

    ValueError where the first look alone leaves no risk for a second one, or the population has too few records.
    """
    room = None if population is None else population - first
    if room is not None and room < 1:
        raise ValueError(f"a population of {population} records has none left after {first}")
    if not within(real_risk((Look(first, 0),), tolerable, population), confidence):
        raise ValueError(f"a first look at {first} records is too small to stop at")
    most = MOST_TIMES * first if room is None else min(room, MOST_TIMES * first)
    high = 1
    while not _holds(first, high, tolerable, confidence, population):
        if high == most:
            raise ValueError(f"after a first look at {first} records no second one keeps the risk")
        high = min(high * 2, most)
    low = high // 2 if high > 1 else 0
    while high - low > 1:
        middle = (low + high) // 2
        enough = _holds(first, middle, tolerable, confidence, population)
        low, high = (low, middle) if enough else (middle, high)
    return high


def first_look(tolerable: float, confidence: float = 0.95, population: int | None = None) -> int:
    """The first look with which the fewest records are to be expected, if the true rate is a fifth of the tolerable one.

    For 95 % this is 65 for a tolerable rate of 5 %, and 31 for 10 %. ValueError where the population has no room for two looks.
    """
    least = attribute_size(tolerable, confidence, 0, population)
    best: tuple[float, int] | None = None
    for first in range(least, 2 * least + 2):
        try:
            second = second_look(first, tolerable, confidence, population)
        except ValueError:
            continue
        one = float(binomial_masses(first, tolerable * EXPECTED_SHARE)[1])
        best = min(best or (float("inf"), 0), (first + one * second, first))
    if best is None:
        raise ValueError(f"a population of {population} records has no room for two looks")
    return best[1]


def _holds(first: int, second: int, tolerable: float, confidence: float, population: int | None) -> bool:
    return within(real_risk((Look(first, 0), Look(first + second, 1)), tolerable, population), confidence)
