"""Comparison with peers: exact binomial limits around what is expected, widened for overdispersion,
standardised over strata.

Counts are whole numbers with 0 <= hits <= n, shares lie between 0 and 1. Source of limits and
overdispersion: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine
24 (2005).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from ringtrue.statistics.intervals import Bounds

Direction = Literal["above", "below"]


def funnel_limits(n: int, expected: float, dispersion: float = 1.0, confidence: float = 0.998) -> Bounds:
    """The limits within which the share of ``n`` stays where ``expected`` is the true one.

    Exact binomial limits: a count beyond them has at most half of 1 - confidence. Their distance from
    ``expected`` is multiplied by the square root of ``dispersion``. No limits (0 and 1) where n = 0.
    """
    if n == 0:
        return 0.0, 1.0
    tail = (1 - confidence) / 2
    stretch = dispersion**0.5
    lower = expected + stretch * (_quantile(n, expected, tail) / n - expected)
    upper = expected + stretch * (_quantile(n, expected, 1 - tail) / n - expected)
    return max(0.0, lower), min(1.0, upper)


def naive_z(hits: int, n: int, expected: float) -> float:
    """How many standard errors the share lies above ``expected``, before overdispersion; 0 where nothing
    can vary.
    """
    variance = n * expected * (1 - expected)
    return 0.0 if variance <= 0 else (hits - n * expected) / float(variance) ** 0.5


def overdispersion(z_values: Sequence[float], trimmed: float = 0.10) -> float:
    """The multiplicative overdispersion: the mean square of the z values, never below 1.

    The most extreme tenth at each end is first drawn in to the next value (winsorised), so that an outlier
    does not hide itself.
    """
    if not z_values:
        return 1.0
    ordered = sorted(z_values)
    cut = int(trimmed * len(ordered))
    low, high = ordered[cut], ordered[len(ordered) - 1 - cut]
    drawn_in = [min(max(z, low), high) for z in ordered]
    return max(1.0, sum(z * z for z in drawn_in) / len(drawn_in))


def tail_p(hits: int, n: int, expected: float, dispersion: float, direction: Direction) -> float:
    """The one-sided p value after overdispersion: the exact binomial tail, as z, divided by the root of
    ``dispersion``.
    """
    from scipy.special import ndtr, ndtri

    from ringtrue.statistics.intervals import binomial_test

    p = binomial_test(hits, n, min(max(expected, 0.0), 1.0), "greater" if direction == "above" else "less")
    # A p below the smallest number that floats hold would be an infinite z.
    return float(ndtr(ndtri(max(p, 1e-300)) / dispersion**0.5))


def pooled_shares(cells: Iterable[tuple[str, int, int]]) -> dict[str, float]:
    """The share of hits in each stratum, from cells of (stratum, hits, n); strata without n are left out."""
    hits: dict[str, int] = {}
    totals: dict[str, int] = {}
    for stratum, cell_hits, n in cells:
        hits[stratum] = hits.get(stratum, 0) + cell_hits
        totals[stratum] = totals.get(stratum, 0) + n
    return {stratum: hits[stratum] / total for stratum, total in totals.items() if total > 0}


def expected_hits(cases_by_stratum: Mapping[str, int], shares: Mapping[str, float]) -> float:
    """The hits expected of cases if each stratum had its pooled share (indirect standardisation)."""
    return sum(n * shares[stratum] for stratum, n in cases_by_stratum.items() if n > 0)


def _quantile(n: int, share: float, tail: float) -> int:
    """The smallest count that at least ``tail`` of all binomial outcomes do not exceed."""
    from scipy.special import bdtr

    low, high = -1, n
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if bdtr(middle, n, share) >= tail else (middle, high)
    return high
