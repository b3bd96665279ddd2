"""Stratified samples: how many records of each stratum, and what they say together.

Allocation is proportional with the largest remainders, at least one record of each stratum (Cochran 1977, sections 5.3, 5.9).

The bound rests on the number of deviations in all strata together: it is a sum of independent trials with unequal chances, and such a
sum is never likelier to stay low than a binomial one with the same mean (Hoeffding, Annals of Mathematical Statistics 27, 1956,
theorem 4; draws without replacement too are such sums, Vatutin and Mikhailov 1982). The exact binomial bound therefore
bounds the mean number of deviations; the worst way to spread it over the strata, those with the fewest looked at first, gives the
bound of the weighted rate. It holds whatever the sizes are; strata seen whole count as they are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringtrue.statistics.intervals import exact_upper
from ringtrue.statistics.sampling.sizes import attribute_size


@dataclass(frozen=True)
class Stratum:
    """A stratum: how many records it has, how many were judged, how many of these deviated."""

    population: int
    judged: int
    deviations: int


@dataclass(frozen=True)
class StratifiedEstimate:
    """The weighted rate, with one-sided bounds each at the confidence asked for."""

    estimate: float
    lower: float
    upper: float


def allocate(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many of ``n`` records to draw from each stratum: in proportion, at least one each, never more than there are.

    ValueError where ``n`` is fewer than the strata or more than all records.
    """
    filled = {name: size for name, size in sizes.items() if size > 0}
    if not len(filled) <= n <= sum(filled.values()):
        raise ValueError(
            f"expected at least {len(filled)} and at most {sum(filled.values())} records, found {n}"
        )
    total = sum(filled.values())
    shares = {name: max(1, n * size // total) for name, size in filled.items()}
    # The largest shortfall against the exact share gains first; the largest surplus loses first.
    while (missing := n - sum(shares.values())) != 0:
        step = 1 if missing > 0 else -1
        open_to = [
            name for name, size in filled.items() if (shares[name] < size if step > 0 else shares[name] > 1)
        ]
        chosen = max(open_to, key=lambda name: (step * (n * filled[name] - shares[name] * total), name))
        shares[chosen] += step
    return {name: shares.get(name, 0) for name in sizes}


def stratified_size(
    sizes: Mapping[str, int], tolerable: float, confidence: float = 0.95, acceptable: int = 0
) -> int:
    """The fewest records over all strata with which ``acceptable`` deviations bound the weighted rate below ``tolerable``."""
    strata = {name: size for name, size in sizes.items() if size > 0}
    total = sum(strata.values())
    n = max(len(strata), attribute_size(tolerable, confidence, acceptable, total))
    while n < total and not _enough(strata, n, tolerable, confidence, acceptable):
        n += 1
    return n


def estimate_strata(strata: Sequence[Stratum], confidence: float = 0.95) -> StratifiedEstimate:
    """The sum over the strata of weight times rate, and its bounds. ValueError where a stratum was not looked at."""
    filled = [stratum for stratum in strata if stratum.population > 0]
    if not filled or any(one.judged < 1 or one.judged > one.population for one in filled):
        raise ValueError("expected at least one and at most all records of each stratum to be judged")
    total = sum(one.population for one in filled)
    estimate = sum(one.population / total * one.deviations / one.judged for one in filled)
    passed = [Stratum(one.population, one.judged, one.judged - one.deviations) for one in filled]
    return StratifiedEstimate(
        estimate, 1 - _upper(passed, total, confidence), _upper(filled, total, confidence)
    )


def _upper(strata: Sequence[Stratum], total: int, confidence: float) -> float:
    whole = [one for one in strata if one.judged == one.population]
    part = [one for one in strata if one.judged < one.population]
    known = sum(one.deviations for one in whole) / total
    if not part:
        return known
    n, found = sum(one.judged for one in part), sum(one.deviations for one in part)
    mean = n * exact_upper(found, n, confidence)
    if len(part) > 1 and found > mean - 1 and found < n:  # where Hoeffding's theorem does not reach
        mean = float(n)
    return min(1.0, known + _worst(part, mean) / total)


def _worst(strata: Sequence[Stratum], mean: float) -> float:
    """The most deviating records with which the mean number seen is ``mean``: first where each record seen stands for most."""
    deviating, left = 0.0, mean
    for one in sorted(strata, key=lambda one: one.judged / one.population):
        taken = min(left, float(one.judged))
        deviating += taken * one.population / one.judged
        left -= taken
    return deviating


def _enough(sizes: Mapping[str, int], n: int, tolerable: float, confidence: float, acceptable: int) -> bool:
    shares = allocate(sizes, n)
    order = sorted(sizes, key=lambda name: (shares[name] == sizes[name], shares[name] / sizes[name]))
    left, strata = acceptable, []
    for name in order:  # the deviations where they weigh most
        found = min(left, shares[name])
        left -= found
        strata.append(Stratum(sizes[name], shares[name], found))
    return _upper(strata, sum(sizes.values()), confidence) < tolerable
