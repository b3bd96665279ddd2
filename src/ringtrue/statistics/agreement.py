"""How far raters agree: Krippendorff's alpha, for names, ranks and numbers.

``ratings`` holds one row per unit (a measure, an answer) and in it one value per rater, None where that rater gave none. Units with
fewer than two values say nothing of agreement and are left out. Alpha is 1 where all agree, 0 where they agree no more than chance
would have it, and below 0 where they contradict each other.

Krippendorff, K. (2011): Computing Krippendorff's Alpha-Reliability. Alpha = 1 - Do / De, the disagreement seen over the one expected.
With n values in all, m in a unit, and a difference d between two values:

    Do = 1/n * (sum over units of the sum over pairs of its values of d squared) / (m - 1)
    De = 1/(n (n - 1)) * (sum over all pairs of values of d squared)

The difference of names is 0 or 1, of numbers their difference, and of ranks the number of values between the middles of the two:
ranks are numbers once each value is replaced by its middle rank, so that one formula serves both.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Metric = Literal["nominal", "ordinal", "interval"]
Ratings = Sequence[Sequence[object]]
"""Values are words or numbers; for ordinal and interval they are numbers."""


@dataclass(frozen=True)
class Agreement:
    """Alpha with its two-sided bounds, and what it rests on. Bounds are None where too little varies to draw again."""

    alpha: float
    lower: float | None
    upper: float | None
    units: int
    values: int


def krippendorff_alpha(ratings: Ratings, metric: Metric = "nominal") -> float | None:
    """Alpha; None where no unit was rated twice, or where only one value was ever given."""
    counts, scale = _counted(ratings, metric)
    if not counts:
        return None
    import numpy as np

    alpha = float(
        _alphas(np.asarray(counts, float), np.asarray(scale, float), np.ones((1, len(counts))), metric)[0]
    )
    return alpha if np.isfinite(alpha) else None


def krippendorff_bounds(
    ratings: Ratings,
    metric: Metric = "nominal",
    seed: int = 20260101,
    confidence: float = 0.95,
    replicates: int = 2000,
) -> Agreement | None:
    """Alpha with percentile bounds from units drawn again with replacement; None where alpha is undefined.

    Samples in which only one value is left say nothing and are left out.
    """
    import numpy as np

    alpha = krippendorff_alpha(ratings, metric)
    if alpha is None:
        return None
    counts, scale = (np.asarray(part, float) for part in _counted(ratings, metric))
    generator, n = np.random.default_rng(seed), len(counts)
    weights = generator.multinomial(n, np.full(n, 1 / n), size=replicates).astype(float)
    drawn = _alphas(counts, scale, weights, metric)
    drawn = drawn[np.isfinite(drawn)]
    tails = ((1 - confidence) / 2, (1 + confidence) / 2)
    lower, upper = np.quantile(drawn, tails) if n > 1 and len(drawn) else (None, None)
    return Agreement(
        alpha,
        None if lower is None else min(alpha, float(lower)),
        None if upper is None else max(alpha, float(upper)),
        n,
        int(counts.sum()),
    )


def all_agree(ratings: Ratings) -> bool:
    """Whether some unit was rated twice, and no two values of any unit differ."""
    rated = [{value for value in unit if value is not None} for unit in ratings if _given(unit) >= 2]
    return bool(rated) and all(len(values) == 1 for values in rated)


def _given(unit: Sequence[object]) -> int:
    return sum(value is not None for value in unit)


def _counted(ratings: Ratings, metric: Metric) -> tuple[list[list[int]], list[float]]:
    """How often each value stands in each unit that was rated twice, and the values' places on the scale."""
    used = [Counter(value for value in unit if value is not None) for unit in ratings if _given(unit) >= 2]
    found = {value for unit in used for value in unit}
    values = sorted(found, key=str) if metric == "nominal" else sorted(float(str(value)) for value in found)
    numbers = used if metric == "nominal" else [_as_numbers(unit) for unit in used]
    scale = [0.0] * len(values) if metric == "nominal" else [float(str(value)) for value in values]
    return [[unit[value] for value in values] for unit in numbers], scale


def _as_numbers(unit: Counter[object]) -> Counter[object]:
    return Counter({float(str(value)): count for value, count in unit.items()})


def _alphas(
    counts: "NDArray[np.float64]",
    scale: "NDArray[np.float64]",
    weights: "NDArray[np.float64]",
    metric: Metric,
) -> "NDArray[np.float64]":
    """Alpha of each row of weights: how often each unit was drawn. NaN where only one value is left."""
    import numpy as np

    totals = weights @ counts
    n = totals.sum(axis=1)
    within = 1 / (counts.sum(axis=1) - 1)
    if metric == "nominal":
        seen = weights @ (within * _unlike(counts))
        expected = _unlike(totals)
    else:
        places = (
            np.cumsum(totals, axis=1) - totals / 2
            if metric == "ordinal"
            else np.broadcast_to(scale, totals.shape)
        )
        seen = _spread(counts, places, weights * within)
        expected = n * (totals * places**2).sum(axis=1) - (totals * places).sum(axis=1) ** 2
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(expected > 1e-12 * n, 1 - (n - 1) * seen / expected, np.nan))


def _unlike(counts: "NDArray[np.float64]") -> "NDArray[np.float64]":
    """Half of the ordered pairs of unlike values in each row."""
    import numpy as np

    return np.asarray((counts.sum(axis=1) ** 2 - (counts**2).sum(axis=1)) / 2)


def _spread(
    counts: "NDArray[np.float64]", places: "NDArray[np.float64]", weights: "NDArray[np.float64]"
) -> "NDArray[np.float64]":
    """For each sample: the squared differences of all pairs within each unit, added up over its units."""
    import numpy as np

    sizes = counts.sum(axis=1)
    squares = ((weights * sizes) @ counts) * places**2
    sums = np.einsum("ru,ru->r", weights, (places @ counts.T) ** 2)
    return np.asarray(squares.sum(axis=1) - sums)
