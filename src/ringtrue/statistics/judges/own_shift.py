"""The judge of a share against what it was before. Rows: object, first_n, first_deviations, second_n,
second_deviations.
"""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.intervals import newcombe
from ringtrue.statistics.judges.groups import (
    UNKNOWN,
    Number,
    Row,
    Settings,
    count,
    identity,
    number,
    too_few,
    untestable,
)
from ringtrue.statistics.permutation import Counts, difference_of_shares


def own_shift(points: Number = 0.10, least: Number = 20) -> Judge:
    """An effect where the share of the second half is higher than that of the first by at least ``points``
    (0.10 = 10 points).

    Each half needs ``least`` cases. n and deviations: of the second half. Estimate: the difference with
    two-sided 95 % bounds (Newcombe). p: Fisher's exact test, one-sided. ``values``: ``first_share``,
    ``second_share``, ``first_n``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [_shift(row, number(points, settings), number(least, settings)) for row in rows]

    return judge


def _shift(row: Row, points: float, least: float) -> Judgement:
    first_n, first = count(row, "first_n"), count(row, "first_deviations")
    n, deviations = count(row, "second_n"), count(row, "second_deviations")
    if first_n is None or first is None or n is None or deviations is None:
        return untestable(row, n or 0, UNKNOWN)
    if min(first_n, n) < max(1, least):
        half = "first" if first_n < n else "second"
        return untestable(row, n, f"{too_few(min(first_n, n), least)} in each half (the {half} is too small)")
    difference = difference_of_shares([Counts(deviations, n, first, first_n)], "greater")
    lower, upper = newcombe(deviations, n, first, first_n)
    gap = deviations / n - first / first_n
    return Judgement(
        **identity(row),
        n=n,
        deviations=deviations,
        estimate=gap,
        lower=lower,
        upper=upper,
        p_value=difference.p_value if difference else 1.0,
        effect=gap >= points - 1e-12,
        values={"first_share": first / first_n, "second_share": deviations / n, "first_n": first_n},
    )
