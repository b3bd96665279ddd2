"""Stretches of days in which events come at another rate than on the other days.

The likelihood ratio of a Poisson process whose rate differs inside one window (Kulldorff 1997; two change points, as in the circular binary
segmentation of Olshen and others 2004), on days weighed by their weekday; its p value counts days dealt anew among those of the same weekday.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LENGTHS = (7, 10, 14, 21, 28, 42, 56, 84, 112)
"""Lengths in days of the windows that are looked at; a window is never longer than half of all days."""
MOST_WINDOWS = 3
BATCHES, IN_A_BATCH, ENOUGH_AS_FAR = 10, 100, 10
"""The days are dealt anew in batches, until so many deals are as far out that the p value is plain (Besag and Clifford 1991)."""


@dataclass(frozen=True)
class Window:
    """Days ``first`` to ``last`` (both in it, counted from 0), their rate over that of the rest, and the p value of so great a difference."""

    first: int
    last: int
    ratio: float
    p_value: float


def busiest_windows(
    counts: "Sequence[float] | NDArray[np.float64]",
    weekdays: Sequence[int],
    least_ratio: float,
    least: float,
    seed: int,
    alpha: float = 0.05,
) -> list[Window]:
    """Up to three windows that do not overlap, with ``least`` events or more in them and as many in the rest, whose rate is at least
    ``least_ratio`` times that of the rest or at most its inverse; each looked for in the days that the ones before leave, until one could come about by chance.
    """
    import numpy as np

    generator = np.random.default_rng(seed)
    left = np.asarray(counts, float)
    days, kinds = np.arange(len(left)), np.asarray(weekdays)
    found: list[Window] = []
    while len(found) < MOST_WINDOWS:
        one = _best(left, kinds, (least_ratio, least), generator)
        if one is None or one.p_value >= alpha:
            break
        found.append(Window(int(days[one.first]), int(days[one.last]), one.ratio, one.p_value))
        keep = (np.arange(len(left)) < one.first) | (np.arange(len(left)) > one.last)
        left, days, kinds = left[keep], days[keep], kinds[keep]
    # What was cut together over an earlier window's gap is no stretch of days.
    return [one for one in found if _is_whole(one, found)]


def _is_whole(window: Window, others: Sequence[Window]) -> bool:
    return not any(window.first < other.first and other.last < window.last for other in others)


def _best(
    counts: "NDArray[np.float64]",
    weekdays: "NDArray[np.int_]",
    least: tuple[float, float],
    generator: "np.random.Generator",
) -> Window | None:
    lengths = [length for length in LENGTHS if 2 * length <= len(counts)]
    total = counts.sum()
    if not lengths or total == 0:
        return None
    weights = _weights(counts, weekdays)
    gains, ratios = zip(
        *(_gains(counts[None, :], weights, length, *least) for length in lengths), strict=True
    )
    best = max(range(len(lengths)), key=lambda place: gains[place].max())
    if gains[best].max() <= 0:
        return None
    first = int(gains[best][0].argmax())
    p_value = _chance(counts, weekdays, weights, lengths, float(gains[best].max()), generator)
    return Window(first, first + lengths[best] - 1, float(ratios[best][0][first]), p_value)


def _chance(
    counts: "NDArray[np.float64]",
    weekdays: "NDArray[np.int_]",
    weights: "NDArray[np.float64]",
    lengths: Sequence[int],
    seen: float,
    generator: "np.random.Generator",
) -> float:
    """The share of deals in which some window gains as much; the one seen is counted too."""
    import numpy as np

    as_far, dealt = 0, 0
    while dealt < BATCHES * IN_A_BATCH and as_far < ENOUGH_AS_FAR:
        drawn = _dealt(counts, weekdays, generator)
        most = np.max([_gains(drawn, weights, length, 1.0, 0)[0].max(axis=1) for length in lengths], axis=0)
        as_far, dealt = as_far + int((most >= seen - 1e-9).sum()), dealt + IN_A_BATCH
    return (as_far + 1) / (dealt + 1)


def _weights(counts: "NDArray[np.float64]", weekdays: "NDArray[np.int_]") -> "NDArray[np.float64]":
    """The part of all events that each day should have, by its weekday."""
    import numpy as np

    means = {kind: counts[weekdays == kind].mean() for kind in np.unique(weekdays)}
    weights = np.array([means[kind] for kind in weekdays])
    return np.asarray(np.maximum(weights, 1e-9) / np.maximum(weights, 1e-9).sum())


def _gains(
    counts: "NDArray[np.float64]",
    weights: "NDArray[np.float64]",
    length: int,
    least_ratio: float,
    least: float,
) -> "tuple[NDArray[np.float64], NDArray[np.float64]]":
    """For each row of counts and start of a window: the log likelihood gained by a rate of its own, 0 where the ratio of the rates is too
    near to 1 or the window holds too few; and that ratio.
    """
    import numpy as np
    from scipy.special import xlogy

    total = counts[0].sum()
    inside = _moving(counts, length)
    weight = _moving(weights[None, :], length)
    outside = total - inside
    gain = xlogy(inside, inside / (total * weight)) + xlogy(outside, outside / (total * (1 - weight)))
    with np.errstate(divide="ignore"):
        ratio = (inside / weight) / (outside / (1 - weight))
    far = (ratio >= least_ratio - 1e-12) | (ratio <= 1 / least_ratio + 1e-12)
    return np.where(far & (inside >= least) & (outside >= least), gain, 0.0), ratio


def _moving(values: "NDArray[np.float64]", length: int) -> "NDArray[np.float64]":
    import numpy as np

    sums = np.concatenate([np.zeros((len(values), 1)), values.cumsum(axis=1)], axis=1)
    return np.asarray(sums[:, length:] - sums[:, :-length])


def _dealt(
    counts: "NDArray[np.float64]", weekdays: "NDArray[np.int_]", generator: "np.random.Generator"
) -> "NDArray[np.float64]":
    """The days many times over, each time dealt anew among those of the same weekday."""
    import numpy as np

    drawn = np.tile(counts, (IN_A_BATCH, 1))
    for kind in np.unique(weekdays):
        places = np.flatnonzero(weekdays == kind)
        drawn[:, places] = generator.permuted(drawn[:, places], axis=1)
    return drawn
