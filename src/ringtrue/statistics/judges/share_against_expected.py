"""The judge of a share against an expected one. Rows: object, n, deviations, and ``expected`` unless it is
given once for all.
"""

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.intervals import binomial_test, clopper_pearson
from ringtrue.statistics.judges.groups import (
    UNKNOWN,
    Number,
    Row,
    Settings,
    count,
    identity,
    measure,
    number,
    too_few,
    untestable,
)


def share_against_expected(times: Number = 3, expected: Number | None = None, least: Number = 20) -> Judge:
    """An effect where the share is at least ``times`` the expected one.

    The expected share is above 0, and is the column ``expected`` unless it is given here. Estimate: the
    share with exact two-sided 95 % bounds. p: exact binomial, one-sided. ``values``: ``expected``,
    ``times`` (seen over expected). Where ``times`` the expected share is more than everything, nothing can
    be said.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        given = None if expected is None else number(expected, settings)
        return [_against(row, number(times, settings), given, number(least, settings)) for row in rows]

    return judge


def _against(row: Row, times: float, given: float | None, least: float) -> Judgement:
    n, deviations = count(row, "n"), count(row, "deviations")
    expected = measure(row, "expected") if given is None else given
    if n is None or deviations is None or expected is None:
        return untestable(row, n or 0, UNKNOWN)
    if n < max(1, least):
        return untestable(row, n, too_few(n, least))
    if not 0 < expected * times <= 1:
        return untestable(row, n, f"{times:g} times an expected share of {expected:g} can never be seen")
    lower, upper = clopper_pearson(deviations, n)
    return Judgement(
        **identity(row),
        n=n,
        deviations=deviations,
        estimate=deviations / n,
        lower=lower,
        upper=upper,
        p_value=binomial_test(deviations, n, expected, "greater"),
        effect=deviations >= times * expected * n - 1e-9,
        values={"expected": expected, "times": deviations / n / expected},
    )
