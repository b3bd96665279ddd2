"""Bunching of durations at a threshold: is there more just below it, and less just above, than a smooth
course gives?

Durations are whole minutes (floor). Two tests, each with its own weakness, are to agree: the excess just
below against a smooth course fitted without the neighbourhood of the threshold (Chetty and others 2011;
Kleven 2016), and the jump of the density at the threshold (McCrary 2008). Round durations (multiples of 5,
10, 15, 30, 60 minutes and of a day) have their own terms, so that people who round do not look like people
who hurry; a round number that has too few like it elsewhere is left out of both.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, exp, log, sqrt
from typing import TYPE_CHECKING

from ringtrue.statistics.loglinear import LogLinear, fit_log_linear

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FROM, TO = 0.5, 2.0
"""The part of the histogram that is looked at, in multiples of the threshold."""
NEAR = 0.1
"""The neighbourhood below and above the threshold, as a part of it."""
LOCAL = 0.3
"""The reach of the jump's straight lines on both sides, as a part of the threshold."""
DAY = 1440
ROUND = (5, 10, 15, 30, 60, DAY)
WIDTHS = (1, 5, 15, 30, 60, 120, 240, 720, 1440)
MOST_CELLS = 700
FEWEST_LIKE = 3
LEAST_THRESHOLD = 20


@dataclass(frozen=True)
class Bunching:
    """What lies within a tenth below the threshold (``below``), what a smooth course gives there
    (``expected``), and their difference with 95 % bounds, all in cases; ``near`` cases between half and
    twice the threshold were looked at.

    ``p_excess`` and ``p_jump`` are one-sided; ``p_value`` is the larger of the two, as both must agree.
    """

    below: float
    expected: float
    excess: float
    lower: float
    upper: float
    near: int
    p_excess: float
    p_jump: float

    @property
    def p_value(self) -> float:
        """The p value of the claim that there is an excess and a jump."""
        return max(self.p_excess, self.p_jump)


@dataclass(frozen=True)
class _Cells:
    """The histogram in cells that end at ``ends`` (included) and never straddle the threshold."""

    threshold: int
    width: int
    ends: "NDArray[np.int_]"
    counts: "NDArray[np.float64]"

    @property
    def distance(self) -> "NDArray[np.float64]":
        """From the threshold to the middle of each cell, as a part of the threshold."""
        return (self.ends - (self.width - 1) / 2 - self.threshold) / self.threshold

    @property
    def above(self) -> "NDArray[np.bool_]":
        return self.ends > self.threshold

    @property
    def near(self) -> "NDArray[np.bool_]":
        reach = max(NEAR * self.threshold, self.width)
        return (self.ends > self.threshold - reach) & (self.ends <= self.threshold + reach)


def bunching(histogram: Mapping[int, int], threshold: int) -> Bunching:
    """The excess below ``threshold`` minutes of a histogram from whole minutes to cases; a minute without
    cases may be absent.

    It must hold all cases between half and twice the threshold. Where cases were drawn from far above, what
    is expected comes out a little low, and the excess up to a fifth too large. ValueError for thresholds
    under 20 minutes.
    """
    cells = _cells(histogram, threshold)
    columns, unlike = _columns(cells)
    smooth = fit_log_linear(columns[~cells.near & ~unlike], cells.counts[~cells.near & ~unlike])
    low = _Side.of(cells.near & ~cells.above & ~unlike, cells, columns, smooth)
    high = _Side.of(cells.near & cells.above & ~unlike, cells, columns, smooth)
    # Where next to nothing was seen the bounds are as good as none; the cap keeps them finite.
    spread = min(10.0, sqrt(smooth.dispersion * (low.chance + low.doubt(low.leaning, smooth))))
    return Bunching(
        below=low.seen,
        expected=low.expected,
        excess=low.seen - low.expected,
        lower=low.seen - low.expected * exp(1.96 * spread),
        upper=low.seen - low.expected * exp(-1.96 * spread),
        near=int(cells.counts.sum()),
        p_excess=_upper_tail(_excess_z(low, high, smooth)),
        p_jump=_jump_p(cells),
    )


def density_jump(histogram: Mapping[int, int], threshold: int) -> float:
    """The one-sided p value of a fall of the density at the threshold; histogram and errors as for
    ``bunching``.
    """
    return _jump_p(_cells(histogram, threshold))


@dataclass(frozen=True)
class _Side:
    """The neighbourhood on one side: cases seen, cases expected, and how the logarithm of the latter leans
    on the model.
    """

    seen: float
    expected: float
    leaning: "NDArray[np.float64]"

    @classmethod
    def of(
        cls,
        cells_of_side: "NDArray[np.bool_]",
        cells: _Cells,
        columns: "NDArray[np.float64]",
        model: LogLinear,
    ) -> "_Side":
        means = model.means(columns[cells_of_side])
        expected = float(means.sum())
        return cls(
            float(cells.counts[cells_of_side].sum()), expected, means @ columns[cells_of_side] / expected
        )

    @property
    def chance(self) -> float:
        """The variance of the logarithm of the cases seen."""
        return 1 / (self.seen + 0.5)

    def doubt(self, leaning: "NDArray[np.float64]", model: LogLinear) -> float:
        """The variance that the fit itself leaves."""
        return float(leaning @ model.covariance @ leaning)


def _excess_z(low: _Side, high: _Side, model: LogLinear) -> float:
    """By how many standard errors low : high exceeds what the smooth course gives."""
    seen = log((low.seen + 0.5) / (high.seen + 0.5))
    variance = low.chance + high.chance + low.doubt(low.leaning - high.leaning, model)
    return (seen - log(low.expected / high.expected)) / sqrt(model.dispersion * variance)


def _jump_p(cells: _Cells) -> float:
    """The signed likelihood ratio test of a step at the threshold, with a straight line of its own on each
    side.
    """
    import numpy as np

    local = abs(cells.distance) <= LOCAL
    round_columns, unlike = _round_columns(cells, local)
    used = local & ~unlike
    above = cells.above.astype(float)
    lines = [np.ones(len(above)), cells.distance, cells.distance * above, *round_columns]
    level = fit_log_linear(np.column_stack(lines)[used], cells.counts[used])
    step = fit_log_linear(np.column_stack([*lines, above])[used], cells.counts[used])
    z = (max(0.0, level.deviance - step.deviance) / step.dispersion) ** 0.5
    return _upper_tail(z if step.coefficients[-1] < 0 else -z)


def _cells(histogram: Mapping[int, int], threshold: int) -> _Cells:
    import numpy as np

    if threshold < LEAST_THRESHOLD:
        raise ValueError(f"expected a threshold of at least {LEAST_THRESHOLD} minutes, found {threshold}")
    width = _width(threshold)
    before = int(threshold * (1 - FROM)) // width
    after = int(threshold * (TO - 1)) // width
    ends = threshold + width * np.arange(-before, after + 1)
    minutes = np.fromiter(histogram.keys(), dtype=np.int64)
    cases = np.fromiter(histogram.values(), dtype=np.float64)
    places = (minutes - ends[0] + width - 1) // width
    inside = (places >= 0) & (places < len(ends))
    counts = np.bincount(places[inside], weights=cases[inside], minlength=len(ends))
    return _Cells(threshold, width, ends, counts.astype(np.float64))


def _width(threshold: int) -> int:
    """The narrowest width in minutes that keeps the model small; it divides an hour or a day."""
    wide_enough = (width for width in WIDTHS if threshold * (TO - FROM) <= MOST_CELLS * width)
    return next(wide_enough, DAY * ceil(threshold * (TO - FROM) / (MOST_CELLS * DAY)))


def _columns(cells: _Cells) -> "tuple[NDArray[np.float64], NDArray[np.bool_]]":
    """A cubic in the logarithm of time (a log-normal is a square), round numbers, and the course of the day
    where days repeat.
    """
    import numpy as np

    time = np.log(1 + cells.distance)
    round_columns, unlike = _round_columns(cells, ~cells.near)
    columns = [time**power for power in range(4)] + round_columns
    if cells.ends[-1] - cells.ends[0] >= 2 * DAY and cells.width <= DAY // 6:
        for turns in (1, 2):
            angle = 2 * np.pi * turns * cells.ends / DAY
            columns += [np.cos(angle), np.sin(angle)]
    return np.column_stack(columns), unlike


def _round_columns(
    cells: _Cells, fitted: "NDArray[np.bool_]"
) -> "tuple[list[NDArray[np.float64]], NDArray[np.bool_]]":
    """A column for each kind of round number, and the cells with a kind that too few fitted cells have."""
    import numpy as np

    columns: list[NDArray[np.float64]] = []
    unlike = np.zeros(len(cells.ends), dtype=bool)
    for unit in ROUND:
        multiples = cells.ends // unit - (cells.ends - cells.width) // unit
        if multiples.min() == multiples.max():
            continue
        if (multiples[fitted] > 0).sum() < FEWEST_LIKE:
            unlike |= multiples > 0
        else:
            columns.append(multiples / multiples.max())
    return columns, unlike


def _upper_tail(z: float) -> float:
    from scipy.special import ndtr

    return float(ndtr(-z))
