"""How two columns, or two groups, go together: Kendall's tau-b and Cliff's delta, with bootstrap bounds.

Values are numbers whose order means something (scores, shares, minutes). Every random method takes a seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringtrue.statistics.intervals import Bounds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PAIRWISE_MOST = 2000
"""Up to so many values, samples are drawn as weights on the table of all pairs; beyond, by taking values
again.
"""


@dataclass(frozen=True)
class Association:
    """A measure between -1 and 1 with its two-sided percentile bounds."""

    estimate: float
    lower: float
    upper: float


def kendall_tau(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Kendall's tau-b, which allows for ties; None where one side is constant (Kendall 1945). ValueError
    unless of equal length.
    """
    _check_pairs(first, second)
    return _tau(first, second) if len(first) > 1 else None


def kendall_tau_test(first: Sequence[float], second: Sequence[float]) -> float:
    """The two-sided p value that there is no association (exact for few values without ties); 1 where one
    side is constant.
    """
    from scipy.stats import kendalltau

    _check_pairs(first, second)
    if len(set(first)) < 2 or len(set(second)) < 2:
        return 1.0
    return float(kendalltau(first, second).pvalue)


def kendall_tau_bounds(
    first: Sequence[float],
    second: Sequence[float],
    seed: int,
    confidence: float = 0.95,
    replicates: int = 2000,
) -> Association | None:
    """Tau-b with bootstrap bounds over pairs; None below two pairs or where one side is constant."""
    import numpy as np

    estimate = kendall_tau(first, second)
    if estimate is None:
        return None
    draw = _tau_by_weights if len(first) <= PAIRWISE_MOST else _tau_by_taking
    drawn = draw(np.asarray(first, float), np.asarray(second, float), np.random.default_rng(seed), replicates)
    return Association(estimate, *_percentiles(drawn, confidence))


def cliffs_delta(first: Sequence[float], second: Sequence[float]) -> float:
    """The chance that a value of the first group exceeds one of the second, less the chance of the reverse
    (Cliff 1993).

    ValueError if a group is empty. 0.33 counts as medium, 0.47 as large (Romano and others 2006).
    """
    import numpy as np

    if not len(first) or not len(second):
        raise ValueError("expected two groups with at least one value each")
    ordered = np.sort(np.asarray(second, float))
    below = np.searchsorted(ordered, first, side="left").sum()
    not_above = np.searchsorted(ordered, first, side="right").sum()
    return float((below + not_above) / (len(first) * len(second)) - 1)


def cliffs_delta_bounds(
    first: Sequence[float],
    second: Sequence[float],
    seed: int,
    confidence: float = 0.95,
    replicates: int = 2000,
) -> Association:
    """Cliff's delta with bootstrap bounds, each group drawn again by itself."""
    import numpy as np

    generator = np.random.default_rng(seed)
    together = np.concatenate([np.asarray(first, float), np.asarray(second, float)])
    levels, places = np.unique(together, return_inverse=True)
    ours = _redrawn_levels(places[: len(first)], len(levels), generator, replicates)
    others = _redrawn_levels(places[len(first) :], len(levels), generator, replicates)
    # The share of the other group below each level, and half of its share at the level: a tie counts half.
    below = np.cumsum(others, axis=1) - others / 2
    drawn = 2 * (ours * below).sum(axis=1) - 1
    return Association(cliffs_delta(first, second), *_percentiles(drawn, confidence))


def _tau(first: Sequence[float], second: Sequence[float]) -> float | None:
    import numpy as np

    weights = np.ones((1, len(first)))
    if len(first) <= PAIRWISE_MOST:
        value = _weighted_tau(np.asarray(first, float), np.asarray(second, float), weights)[0]
    else:
        from scipy.stats import kendalltau

        value = kendalltau(first, second).statistic
    return float(value) if np.isfinite(value) else None


def _tau_by_weights(
    first: "NDArray[np.float64]",
    second: "NDArray[np.float64]",
    generator: "np.random.Generator",
    replicates: int,
) -> "NDArray[np.float64]":
    import numpy as np

    n = len(first)
    weights = generator.multinomial(n, np.full(n, 1 / n), size=replicates)
    return _weighted_tau(first, second, weights.astype(float))


def _weighted_tau(
    first: "NDArray[np.float64]", second: "NDArray[np.float64]", weights: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """Tau-b of each row of weights: how often each value was drawn. A value against itself is a tie on both
    sides.
    """
    import numpy as np

    rises, other_rises = (np.sign(values[:, None] - values[None, :]) for values in (first, second))

    def total(pairs: "NDArray[np.float64]") -> "NDArray[np.float64]":
        return np.asarray(((weights @ pairs) * weights).sum(axis=1))

    with np.errstate(divide="ignore", invalid="ignore"):
        untied = np.sqrt(total(np.abs(rises)) * total(np.abs(other_rises)))
        return np.asarray(total(rises * other_rises) / untied)


def _tau_by_taking(
    first: "NDArray[np.float64]",
    second: "NDArray[np.float64]",
    generator: "np.random.Generator",
    replicates: int,
) -> "NDArray[np.float64]":
    import numpy as np
    from scipy.stats import kendalltau

    n = len(first)
    taken = (generator.integers(0, n, n) for _ in range(replicates))
    return np.array([kendalltau(first[places], second[places]).statistic for places in taken])


def _redrawn_levels(
    places: "NDArray[np.intp]", levels: int, generator: "np.random.Generator", replicates: int
) -> "NDArray[np.float64]":
    """For each sample, the share of the group at each level."""
    import numpy as np

    shares = np.bincount(places, minlength=levels) / len(places)
    return np.asarray(generator.multinomial(len(places), shares, size=replicates) / len(places))


def _percentiles(drawn: "NDArray[np.float64]", confidence: float) -> Bounds:
    import numpy as np

    lower, upper = np.nanquantile(drawn, ((1 - confidence) / 2, (1 + confidence) / 2))
    return float(lower), float(upper)


def _check_pairs(first: Sequence[float], second: Sequence[float]) -> None:
    if len(first) != len(second):
        raise ValueError(f"expected as many values on both sides, found {len(first)} and {len(second)}")
