"""Bootstrap by cluster: whole clusters (callers, services, months) are drawn again with replacement.

A statistic is a function of the column sums of the clusters drawn, so that ratios of means and of rates
need no case-level data. Every function takes a seed: the same input and seed give the same result.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Method = Literal["percentile", "bca"]


@dataclass(frozen=True)
class Resampled:
    """A statistic with its two-sided bounds; ``replicates`` are its values in the samples drawn, without
    those undefined.
    """

    estimate: float
    lower: float
    upper: float
    replicates: "NDArray[np.float64]"

    def p_not_above(self, value: float) -> float:
        """The one-sided p value against a true statistic of at most ``value``: the share of replicates that
        reach no further.
        """
        reached = int((self.replicates <= value).sum())
        return (reached + 1) / (len(self.replicates) + 1)


def ratio(sums: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """First column over second: a ratio of means, or a rate where the second column is exposure."""
    return sums[..., 0] / sums[..., 1]


def ratio_of_rates(sums: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """First over second column, over third over fourth column."""
    return (sums[..., 0] * sums[..., 3]) / (sums[..., 1] * sums[..., 2])


def cluster_bootstrap(
    clusters: Sequence[Sequence[float]],
    statistic: "Callable[[NDArray[np.float64]], NDArray[np.float64]]",
    seed: int,
    confidence: float = 0.95,
    replicates: int = 9999,
    method: Method = "bca",
) -> Resampled:
    """The statistic of the column sums of ``clusters`` (one row each) with percentile or BCa bounds (Efron
    1987).

    Samples in which the statistic is undefined (a zero below the line) are left out. BCa falls back to
    percentile bounds where all clusters are alike. ValueError below two clusters or where the statistic
    itself is undefined.
    """
    import numpy as np

    rows = np.asarray(clusters, dtype=np.float64)
    if len(rows) < 2:
        raise ValueError(f"expected at least 2 clusters, found {len(rows)}")
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(statistic(rows.sum(axis=0)))
        drawn = statistic(_resampled_sums(rows, seed, replicates))
        left_out = statistic(rows.sum(axis=0) - rows)
    drawn = np.sort(drawn[np.isfinite(drawn)])
    if not np.isfinite(estimate) or not len(drawn):
        raise ValueError("the statistic is undefined for these clusters: a sum below the line is zero")
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    if method == "bca":
        tails = _bca_tails(estimate, drawn, left_out[np.isfinite(left_out)], tails)
    lower, upper = np.quantile(drawn, tails)
    return Resampled(estimate, float(lower), float(upper), drawn)


def _resampled_sums(rows: "NDArray[np.float64]", seed: int, replicates: int) -> "NDArray[np.float64]":
    """The column sums of each sample, drawn in blocks so that memory stays bounded."""
    import numpy as np

    generator = np.random.default_rng(seed)
    n = len(rows)
    block = max(1, min(replicates, 4_000_000 // n))
    sums = np.empty((replicates, rows.shape[1]))
    for start in range(0, replicates, block):
        size = min(block, replicates - start)
        sums[start : start + size] = generator.multinomial(n, np.full(n, 1 / n), size=size) @ rows
    return sums


def _bca_tails(
    estimate: float,
    drawn: "NDArray[np.float64]",
    left_out: "NDArray[np.float64]",
    tails: tuple[float, float],
) -> tuple[float, float]:
    """The quantiles to read, corrected for bias and for acceleration (from the jackknife)."""
    import numpy as np
    from scipy.special import ndtr, ndtri

    below = float((drawn < estimate).mean() + (drawn == estimate).mean() / 2)
    away = left_out.mean() - left_out
    spread = float((away**2).sum())
    if spread <= 0 or not 0 < below < 1:
        return tails
    acceleration = float((away**3).sum()) / (6 * spread**1.5)
    bias = float(ndtri(below))
    z = bias + np.asarray(ndtri(np.asarray(tails)))
    corrected = ndtr(bias + z / (1 - acceleration * z))
    return float(corrected[0]), float(corrected[1])
