"""The judge of waiting times against a limit. Rows, one per object, family, time and whether it ended: object, family, value, ended, n."""

from collections.abc import Sequence

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_family,
    by_object,
    identity,
    number,
    too_few,
    untestable,
)
from ringtrue.statistics.survival import median_time


def slow_median(limit: Number, least: Number = 20) -> Judge:
    """An effect where the lower 95 % bound of the Kaplan-Meier median lies above ``limit``; what is still open is censored.

    Estimate: the median with its bounds, in the unit of the values; where more than half never ended, the median is not reached, and the
    longest time looked at stands in the statement as "more than"; where nothing ended at all, half have waited for the middle time or longer,
    and that is the lower bound. n: how many there are; ``values``: ``open``, ``median_days``,
    ``lower_days``, ``limit_days``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        most, enough = number(limit, settings), number(least, settings)
        return [_judge(group, most, enough) for family in by_family(rows) for group in by_object(family)]

    return judge


def _judge(rows: Sequence[Row], limit: float, least: float) -> Judgement:
    n, still_open = sum(int(row["n"]) for row in rows), sum(int(row["n"]) for row in rows if not row["ended"])
    if n < max(1, least):
        return untestable(rows[0], n, too_few(n, least, "inputs"))
    times = [float(row["value"]) for row in rows for _ in range(int(row["n"]))]
    ended = [bool(row["ended"]) for row in rows for _ in range(int(row["n"]))]
    found = median_time(times, ended)
    lower = sorted(times)[n // 2] if still_open == n else found.lower
    reached = found.estimate is not None
    return Judgement(
        **identity(rows[0]),
        n=n,
        estimate=found.estimate,
        lower=lower,
        upper=found.upper,
        effect=lower is not None and lower > limit,
        values={
            "open": f"{still_open:,}",
            "median_days": f"{found.estimate:.0f}" if reached else f"more than {max(times):.0f}",
            "lower_days": f"{lower:.0f}" if lower is not None else "unknown",
            "limit_days": f"{limit:g}",
        },
    )
