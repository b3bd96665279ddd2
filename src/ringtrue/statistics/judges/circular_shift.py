"""The judge of what gathers before certain days. Rows, one per object and day on which something happened: object, day (from 0), days (how
many there are), n, hits, is_end (a window ends before this day).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_object,
    count,
    identity,
    number,
    too_few,
    untestable,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Days = NDArray[np.float64]


def circular_shift(
    window: Number = 30, least_ratio: Number = 2, least: Number = 20, least_days: Number = 180
) -> Judge:
    """An effect where the daily rate of hits in the ``window`` days before each end is at least ``least_ratio`` times that of all events outside them.

    ``hits`` are the events that nothing explains (those of ``n`` where all are alike): what is explained counts outside, never inside. p:
    the windows are moved together along the time, which is closed to a ring, by every number of days; p is the share of positions,
    the true one included, with a rate inside at least as high (a circular-shift permutation, which keeps the likeness of
    neighbouring days; Harris 2020). All positions are tried, so nothing is drawn. n: all events, at least ``least``, over at least ``least_days``;
    deviations: hits inside. Estimate: the ratio of the rates, with the exact bounds of two Poisson rates; None where nothing happened outside.
    ``values``: ``inside_days``, ``outside_days``, ``inside_rate`` and ``outside_rate`` per 30 days.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        limits = [number(one, settings) for one in (window, least_ratio, least, least_days)]
        return [_judge(group, *limits) for group in by_object(rows)]

    return judge


def _judge(
    rows: Sequence[Row], window: float, least_ratio: float, least: float, least_days: float
) -> Judgement:
    from ringtrue.statistics.poisson import rate_ratio_bounds

    events, hits, inside = _columns(rows, round(window))
    n, days, windows = int(events.sum()), len(events), int(inside.sum())
    if n < max(1, least):
        return untestable(rows[0], n, too_few(n, least, "events"))
    if days < least_days:
        return untestable(rows[0], n, too_few(days, least_days, "days"))
    if not 0 < windows < days:
        return untestable(
            rows[0], n, "no day lies inside a window" if windows == 0 else "no day lies outside"
        )
    found = int((hits * inside).sum())
    outside = int((events * (1 - inside)).sum())
    lower, upper = rate_ratio_bounds(found, windows, outside, days - windows)
    ratio = None if outside == 0 else (found / windows) / (outside / (days - windows))
    return Judgement(
        **identity(rows[0]),
        n=n,
        deviations=found,
        estimate=ratio,
        lower=lower,
        upper=None if upper == float("inf") else upper,
        p_value=shifted_p(events, hits, inside),
        effect=found > 0 and (ratio is None or ratio >= least_ratio),
        values={
            "inside_days": windows,
            "outside_days": days - windows,
            "inside_rate": 30 * found / windows,
            "outside_rate": 30 * outside / (days - windows),
        },
    )


def shifted_p(events: "Days", hits: "Days", inside: "Days") -> float:
    """The share of all positions of the windows on the ring of days in which they hold as much as where they are."""
    import numpy as np

    inner, covered = _around(hits, inside), _around(events, inside)
    outer = events.sum() - covered
    # Rates are compared crosswise, so that nothing outside is no division by zero.
    far = inner * outer[0] >= inner[0] * outer - 1e-9
    far &= (inner > 0) | (inner[0] == 0)
    return float(np.mean(far))


def _around(values: "Days", inside: "Days") -> "Days":
    """The sum of the values inside the windows, moved by 0, 1, 2 ... days: a circular correlation, rounded to whole events."""
    import numpy as np

    transformed = np.fft.rfft(values) * np.conj(np.fft.rfft(inside))
    return np.asarray(np.rint(np.fft.irfft(transformed, n=len(values))))


def _columns(rows: Sequence[Row], window: int) -> "tuple[Days, Days, Days]":
    import numpy as np

    days = max(count(row, "days") or 0 for row in rows)
    events, hits, inside = np.zeros(days), np.zeros(days), np.zeros(days)
    for row in rows:
        day = count(row, "day") or 0
        if row.get("is_end"):
            inside[max(0, day - window) : max(0, day)] = 1
        if 0 <= day < days:
            events[day] += count(row, "n") or 0
            hits[day] += count(row, "hits") or 0
    return events, hits, inside
