"""Trends over time: Mann-Kendall's test and the Theil-Sen slope. Values stand in time order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ringtrue.statistics.intervals import Bounds


@dataclass(frozen=True)
class Trend:
    """Mann-Kendall's S (rises minus falls over all pairs), its variance under no trend, z, and the
    two-sided p value.
    """

    s: int
    variance: float
    z: float
    p_value: float


def mann_kendall(values: Sequence[float], serial: bool = False) -> Trend:
    """The test of a trend in one direction; values in time order, units do not matter.

    Exact for up to 30 values without ties, else normal with the variance corrected for ties and the step of
    continuity (Mann 1945, Kendall 1975). ``serial`` widens the variance where neighbouring values resemble
    each other after the trend is taken out (Yue and Wang 2004); never narrows it.
    """
    s = sum(_sign(later - earlier) for earlier, later in combinations(values, 2))
    inflation = serial_inflation(values) if serial else 1.0
    variance = _variance(values) * inflation
    z = 0.0 if variance <= 0 else _sign(s) * max(0, abs(s) - 1) / variance**0.5
    exact = inflation == 1.0 and len(values) <= 30 and len(set(values)) == len(values)
    return Trend(s, variance, z, _exact_p(s, len(values)) if exact else _normal_p(z))


def theil_sen(values: Sequence[float], times: Sequence[float] | None = None) -> float:
    """The median slope over all pairs, in units of the values per unit of time (default: per step); 0 below
    two values.
    """
    slopes = _slopes(values, times)
    return _median(slopes) if slopes else 0.0


def theil_sen_bounds(
    values: Sequence[float], times: Sequence[float] | None = None, confidence: float = 0.95
) -> Bounds:
    """The interval of the slope by Sen's method (Sen 1968; Gilbert 1987, 16.5); infinite where there are
    too few values.
    """
    from scipy.special import ndtri

    slopes = _slopes(values, times)
    reach = float(ndtri((1 + confidence) / 2)) * max(0.0, _variance(values)) ** 0.5
    low = int((len(slopes) - reach) / 2) - 1
    high = int(-(-(len(slopes) + reach) // 2))
    inside = bool(slopes) and low >= 0 and high < len(slopes)
    return (slopes[low], slopes[high]) if inside else (float("-inf"), float("inf"))


def serial_inflation(values: Sequence[float]) -> float:
    """By how much likeness of neighbours inflates the variance of S; from the first autocorrelation after
    detrending, at least 1.
    """
    n = len(values)
    if n < 4:
        return 1.0
    slope = theil_sen(values)
    rest = [value - slope * step for step, value in enumerate(values)]
    centre = sum(rest) / n
    spread = sum((value - centre) ** 2 for value in rest)
    if spread <= 1e-12 * max(1.0, centre * centre):
        return 1.0
    likeness = sum((a - centre) * (b - centre) for a, b in pairwise(rest)) / spread
    # Small samples hide autocorrelation: the estimate is too low by about (1 + 4 rho) / n (Kendall 1954).
    rho = min(0.95, likeness + (1 + 4 * likeness) / n)
    return max(1.0, 1 + 2 * sum((1 - lag / n) * rho**lag for lag in range(1, n))) if rho > 0 else 1.0


def _slopes(values: Sequence[float], times: Sequence[float] | None) -> list[float]:
    moments = list(times) if times is not None else [float(step) for step in range(len(values))]
    pairs = combinations(zip(moments, values, strict=True), 2)
    return sorted((b - a) / (later - earlier) for (earlier, a), (later, b) in pairs if later != earlier)


def _variance(values: Sequence[float]) -> float:
    n = len(values)
    ties: dict[float, int] = {}
    for value in values:
        ties[value] = ties.get(value, 0) + 1
    tied = sum(t * (t - 1) * (2 * t + 5) for t in ties.values())
    return (n * (n - 1) * (2 * n + 5) - tied) / 18


def _exact_p(s: int, n: int) -> float:
    """Twice the share of all orders of n values with an S at least as far out."""
    orders = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(orders) + size - 1)
        for inversions, ways in enumerate(orders):
            for more in range(size):
                longer[inversions + more] += ways
        orders = longer
    most = n * (n - 1) // 2
    far = sum(ways for inversions, ways in enumerate(orders) if most - 2 * inversions >= abs(s))
    return min(1.0, 2 * far / sum(orders))


def _normal_p(z: float) -> float:
    from scipy.special import ndtr

    return min(1.0, 2 * float(ndtr(-abs(z))))


def _median(ordered: Sequence[float]) -> float:
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
