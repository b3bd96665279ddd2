"""The judge of the last working days of periods. Rows, one per object and period: object, period,
tail_count, tail_days, other_count, other_days.
"""

from collections.abc import Sequence

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.bootstrap import cluster_bootstrap, ratio_of_rates
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_object,
    identity,
    measure,
    number,
    too_few,
    untestable,
)

COLUMNS = ("tail_count", "tail_days", "other_count", "other_days")


def period_ratio(
    limit: Number = 1.5, least_periods: Number = 6, least: Number = 20, seed: int = 20260101
) -> Judge:
    """An effect where the lower 95 % bound of the ratio of daily rates, tail of the period over its rest,
    lies above ``limit``.

    Periods without days on either side are left out; at least ``least_periods`` with together ``least``
    cases must remain. n: all cases; deviations: those in the tails. Estimate: the ratio of the totals with
    two-sided 95 % BCa bounds, drawn by period. p: the share of samples in which the tail is no busier than
    the rest. ``values``: ``periods``, ``tail_rate``, ``other_rate`` per day.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        numbers = number(limit, settings), number(least_periods, settings), number(least, settings)
        return [_judge(group, *numbers, seed) for group in by_object(rows)]

    return judge


def _judge(rows: Sequence[Row], limit: float, least_periods: float, least: float, seed: int) -> Judgement:
    periods = [period for row in rows if (period := _period(row)) is not None]
    tail, tail_days, other, other_days = (
        (sum(column) for column in zip(*periods, strict=True)) if periods else (0.0,) * 4
    )
    n = round(tail + other)
    if len(periods) < max(2, least_periods):
        return untestable(rows[0], n, too_few(len(periods), least_periods, "periods"))
    if n < least:
        return untestable(rows[0], n, too_few(n, least))
    if other == 0:
        return untestable(rows[0], n, "nothing at all happened outside the last days of the periods")
    drawn = cluster_bootstrap(periods, ratio_of_rates, seed)
    return Judgement(
        **identity(rows[0]),
        n=n,
        deviations=round(tail),
        estimate=drawn.estimate,
        lower=drawn.lower,
        upper=drawn.upper,
        p_value=drawn.p_not_above(1.0),
        effect=drawn.lower > limit,
        values={"periods": len(periods), "tail_rate": tail / tail_days, "other_rate": other / other_days},
    )


def _period(row: Row) -> tuple[float, ...] | None:
    """The four numbers of a period, or None if one is unknown or a side of it has no days."""
    numbers = [measure(row, column) for column in COLUMNS]
    known = [value for value in numbers if value is not None]
    usable = len(known) == len(COLUMNS) and known[1] > 0 and known[3] > 0
    return tuple(known) if usable else None
