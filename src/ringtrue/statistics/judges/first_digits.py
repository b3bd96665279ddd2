"""The judge of first digits. Rows, one per object and pair of first digits: object, digits (10 to 99), count, orders (of magnitude, the
same in each row of an object).
"""

from collections.abc import Sequence
from functools import cache
from math import log10

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_object,
    count,
    identity,
    measure,
    number,
    too_few,
    untestable,
)

DRAWS = 1999


def first_digits(
    least_deviation: Number = 0.0022,
    least: Number = 1000,
    least_orders: Number = 3,
    seed: int = 20260101,
) -> Judge:
    """An effect where the first two digits lie on average more than ``least_deviation`` from Benford's law.

    The law: a share of log10(1 + 1/d) begins with d (Benford 1938). The mean absolute deviation over the 90
    pairs of digits and its limit are Nigrini's (Benford's Law, 2012, table 7.1). The limit knows nothing of n, and a thousand
    amounts pass it by chance alone: so p is the share of samples of the same size, drawn from the law, with a mean deviation at
    least as large, the one seen included. n: amounts, at least ``least``, over at least ``least_orders`` orders of magnitude. Estimate: the
    mean absolute deviation. ``values``: ``by_chance``, its mean among the samples; ``most``, the three pairs too frequent by most; ``orders``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        limits = (
            number(least_deviation, settings),
            number(least, settings),
            number(least_orders, settings),
        )
        return [_judge(group, *limits, seed) for group in by_object(rows)]

    return judge


def law() -> list[float]:
    """The share of amounts that begins with 10, 11, ... 99."""
    return [log10(1 + 1 / digits) for digits in range(10, 100)]


def mean_absolute_deviation(counts: Sequence[int]) -> float:
    """Of the shares of the 90 pairs of first digits from the law."""
    n = sum(counts)
    return sum(abs(one / n - share) for one, share in zip(counts, law(), strict=True)) / len(counts)


def _judge(
    rows: Sequence[Row], least_deviation: float, least: float, least_orders: float, seed: int
) -> Judgement:
    counts = _counts(rows)
    n, orders = sum(counts), measure(rows[0], "orders") or 0.0
    if n < max(1, least):
        return untestable(rows[0], n, too_few(n, least, "amounts"))
    if orders < least_orders:
        reason = f"the amounts span {orders:.1f} orders of magnitude; at least {least_orders:g} are needed"
        return untestable(rows[0], n, reason)
    seen, drawn = mean_absolute_deviation(counts), _by_chance(n, seed)
    return Judgement(
        **identity(rows[0]),
        n=n,
        estimate=seen,
        p_value=(sum(one >= seen for one in drawn) + 1) / (len(drawn) + 1),
        effect=seen > least_deviation,
        values={"by_chance": sum(drawn) / len(drawn), "most": _most(counts), "orders": orders},
    )


@cache
def _by_chance(n: int, seed: int) -> tuple[float, ...]:
    import numpy as np

    shares = np.array(law())
    drawn = np.random.default_rng(seed).multinomial(n, shares / shares.sum(), DRAWS)
    return tuple(np.abs(drawn / n - shares).mean(axis=1).tolist())


def _counts(rows: Sequence[Row]) -> list[int]:
    counts = [0] * 90
    for row in rows:
        digits = count(row, "digits")
        if digits is not None and 10 <= digits <= 99:
            counts[digits - 10] += count(row, "count") or 0
    return counts


def _most(counts: Sequence[int]) -> str:
    n = sum(counts)
    gaps = sorted(
        ((one / n - share, place + 10) for place, (one, share) in enumerate(zip(counts, law(), strict=True))),
        reverse=True,
    )
    return ", ".join(str(digits) for gap, digits in gaps[:3] if gap > 0)
