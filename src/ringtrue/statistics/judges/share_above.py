"""Judges of a share against a fixed limit. Rows: object, n, deviations."""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.intervals import clopper_pearson, exact_lower
from ringtrue.statistics.judges.groups import (
    UNKNOWN,
    Number,
    Row,
    Settings,
    count,
    identity,
    number,
    things,
    too_few,
    untestable,
)


def any_deviation() -> Judge:
    """Any deviation is an effect. Estimate: the share, with exact two-sided 95 % bounds; no p value."""

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_any(row) for row in rows]

    return judge


def share_above(limit: Number, least: Number = 20) -> Judge:
    """An effect where the exact one-sided 95 % lower bound of the share lies above ``limit``; limit 0 means
    any deviation.

    Estimate: the share, with exact two-sided 95 % bounds; no p value. ``values``: ``limit`` and
    ``lower_one_sided``, the bound that was compared. Groups under ``least`` are untestable.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        threshold = number(limit, settings)
        if threshold <= 0:
            return [_any(row) for row in rows]
        return [_above(row, threshold, number(least, settings), things(settings)) for row in rows]

    return judge


def _any(row: Row) -> Judgement:
    n, deviations = count(row, "n"), count(row, "deviations")
    if n is None or deviations is None:
        return untestable(row, n or 0, UNKNOWN)
    if n == 0:
        return untestable(row, n, "nothing in it could be judged")
    lower, upper = clopper_pearson(deviations, n)
    return Judgement(
        **identity(row),
        n=n,
        deviations=deviations,
        estimate=deviations / n,
        lower=lower,
        upper=upper,
        effect=deviations > 0,
    )


def _above(row: Row, limit: float, least: float, counted: str) -> Judgement:
    n, deviations = count(row, "n"), count(row, "deviations")
    if n is None or deviations is None:
        return untestable(row, n or 0, UNKNOWN)
    if n < least or n == 0:
        return untestable(row, n, too_few(n, least, counted))
    lower, upper = clopper_pearson(deviations, n)
    one_sided = exact_lower(deviations, n)
    return Judgement(
        **identity(row),
        n=n,
        deviations=deviations,
        estimate=deviations / n,
        lower=lower,
        upper=upper,
        effect=one_sided > limit,
        values={"limit": limit, "lower_one_sided": one_sided},
    )
