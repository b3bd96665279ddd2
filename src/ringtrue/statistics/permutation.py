"""Two groups compared within strata: would the difference come about if the labels were dealt anew inside
each stratum?
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.statistics.intervals import Alternative

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LARGE = 2000
"""A stratum with more values than this on both sides is dealt by the normal limit."""


@dataclass(frozen=True)
class Counts:
    """One stratum: hits of n in the group, other_hits of other_n in the rest."""

    hits: int
    n: int
    other_hits: int
    other_n: int


@dataclass(frozen=True)
class Difference:
    """Group minus rest, weighted over the strata that hold both, and its p value under relabelling."""

    estimate: float
    p_value: float


def difference_of_shares(
    strata: Sequence[Counts], alternative: Alternative = "two-sided"
) -> Difference | None:
    """The difference of shares within strata; the p value is exact (no draws): Fisher's test over strata
    (Mehta and others 1985).

    Strata weigh by n * other_n / (n + other_n) (Mantel and Haenszel 1959). None where no stratum holds both
    groups.
    """
    comparable = [counts for counts in strata if counts.n > 0 and counts.other_n > 0]
    if not comparable:
        return None
    weights = [counts.n * counts.other_n / (counts.n + counts.other_n) for counts in comparable]
    gaps = [counts.hits / counts.n - counts.other_hits / counts.other_n for counts in comparable]
    estimate = sum(w * gap for w, gap in zip(weights, gaps, strict=True)) / sum(weights)
    return Difference(estimate, _exact_p(comparable, alternative))


def difference_of_means(
    values: Sequence[float],
    in_group: Sequence[bool],
    strata: Sequence[Hashable] | None,
    seed: int,
    alternative: Alternative = "two-sided",
    replicates: int = 9999,
) -> Difference | None:
    """The difference of means within strata; the p value counts random relabellings at least as far out,
    the one seen included.

    Weights as in ``difference_of_shares``; None where no stratum holds both groups.
    """
    import numpy as np

    generator = np.random.default_rng(seed)
    seen, weight = 0.0, 0.0
    drawn = np.zeros(replicates)
    for members, labels in _by_stratum(values, in_group, strata):
        n, size = int(labels.sum()), len(labels)
        if not 0 < n < size:
            continue
        weight += n * (size - n) / size
        # weight x (mean of group - mean of rest) = sum of group - n x mean of all
        seen += float(members[labels].sum()) - n * float(members.mean())
        drawn += _relabelled_sums(members, n, generator, replicates) - n * float(members.mean())
    if weight == 0:
        return None
    return Difference(seen / weight, _share_as_far(drawn, seen, alternative))


def label_dealt_anew(strata: Sequence[tuple[int, Sequence[int]]]) -> float:
    """The one-sided p value that the marked counts are no greater than the others: each stratum is a marked count and its peers.

    The chance that their sum is as large if in each stratum any of the counts were as likely to be the marked one; exact, by convolution of
    the strata (Edgington and Onghena 2007).
    """
    import numpy as np

    seen = sum(marked for marked, _ in strata)
    masses = np.ones(1)
    for marked, others in strata:
        counts = np.bincount([marked, *others])
        masses = np.convolve(masses, counts / counts.sum())
    return min(1.0, float(masses[seen:].sum()))


def _by_stratum(
    values: Sequence[float], in_group: Sequence[bool], strata: Sequence[Hashable] | None
) -> "list[tuple[NDArray[np.float64], NDArray[np.bool_]]]":
    import numpy as np

    numbers, labels = np.asarray(values, float), np.asarray(in_group, bool)
    places: dict[Hashable, list[int]] = {}
    for place, stratum in enumerate(strata if strata is not None else [None] * len(values)):
        places.setdefault(stratum, []).append(place)
    return [(numbers[at], labels[at]) for at in places.values()]


def _relabelled_sums(
    members: "NDArray[np.float64]", n: int, generator: "np.random.Generator", replicates: int
) -> "NDArray[np.float64]":
    """The sum of n members dealt at random, many times over; from the normal limit where both sides are
    large.
    """
    import numpy as np

    size = len(members)
    smaller = min(n, size - n)
    if smaller > LARGE:
        spread = float(members.std()) * (n * (size - n) / (size - 1)) ** 0.5
        return generator.normal(n * float(members.mean()), spread, replicates)
    deals = (generator.choice(members, smaller, replace=False, shuffle=False) for _ in range(replicates))
    sums = np.array([deal.sum() for deal in deals])
    return sums if smaller == n else np.asarray(members.sum() - sums)


def _share_as_far(drawn: "NDArray[np.float64]", seen: float, alternative: Alternative) -> float:
    import numpy as np

    # Sums of the same numbers in another order differ in their last digits.
    slack = 1e-9 * max(1.0, abs(seen))
    if alternative == "greater":
        far = drawn >= seen - slack
    elif alternative == "less":
        far = drawn <= seen + slack
    else:
        far = np.abs(drawn) >= abs(seen) - slack
    return (int(far.sum()) + 1) / (len(drawn) + 1)


def _exact_p(strata: Sequence[Counts], alternative: Alternative) -> float:
    import numpy as np

    first, masses = 0, np.ones(1)
    for counts in strata:
        start, mass = _hypergeometric(counts)
        first, masses = first + start, np.convolve(masses, mass)
    place = sum(counts.hits for counts in strata) - first
    if alternative == "greater":
        return min(1.0, float(masses[max(0, place) :].sum()))
    if alternative == "less":
        return min(1.0, float(masses[: max(0, place + 1)].sum()))
    seen = masses[place] if 0 <= place < len(masses) else 0.0
    return min(1.0, float(masses[masses <= seen * (1 + 1e-7)].sum()))


def _hypergeometric(counts: Counts) -> "tuple[int, NDArray[np.float64]]":
    """The fewest hits the group can have, and the mass of each number of hits from there, margins given."""
    import numpy as np
    from scipy.special import gammaln

    hits, together = counts.hits + counts.other_hits, counts.n + counts.other_n
    misses = together - hits
    low, high = max(0, counts.n - misses), min(counts.n, hits)
    k = np.arange(low, high + 1)

    def log_choose(n: int, k: "NDArray[np.int_]") -> "NDArray[np.float64]":
        return np.asarray(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1))

    log_mass = log_choose(hits, k) + log_choose(misses, counts.n - k)
    # What is less likely than e^-100 of the likeliest is left out, so that large strata stay quick.
    near = log_mass > log_mass.max() - 100
    mass = np.exp(log_mass[near] - log_mass.max())
    return low + int(near.argmax()), mass / mass.sum()
