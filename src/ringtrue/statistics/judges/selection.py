"""The judge of a group that is chosen less, or more, often than the rest. Rows, one per object and stratum:
object, stratum, hits, n, other_hits, other_n.
"""

from collections.abc import Sequence
from math import sqrt

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
from ringtrue.statistics.permutation import Counts, difference_of_shares


def selection(points: Number = 0.05, least: Number = 20, least_group: Number = 10) -> Judge:
    """An effect where the share chosen of the group differs from that of the rest, within strata, by at least
    ``points`` in either direction.

    Estimate: group less rest, weighted as by Mantel and Haenszel (1959), with two-sided 95 % bounds (Sato
    1989: they hold where strata are few and large and where they are many and small). p: exact, two-sided,
    of dealing the labels anew inside each stratum. n: those in strata that hold both; fewer than ``least``,
    or than ``least_group`` of the group, are untestable, and so is an object of which nobody was chosen.
    deviations: those of the group who were not chosen. ``values``: ``group_share``, ``rest_share`` (crude),
    ``group_n``, ``rest_n``, ``gap_points``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        limits = number(points, settings), number(least, settings), number(least_group, settings)
        return [_judge(group, *limits) for group in by_object(rows)]

    return judge


def _judge(rows: Sequence[Row], points: float, least: float, least_group: float) -> Judgement:
    strata = [one for row in rows if (one := _counts(row)).n > 0 and one.other_n > 0]
    group, rest = sum(one.n for one in strata), sum(one.other_n for one in strata)
    if group + rest < max(1, least):
        return untestable(rows[0], group + rest, too_few(group + rest, least, "comparable cases"))
    if group < least_group:
        return untestable(rows[0], group + rest, too_few(group, least_group, "comparable missed cases"))
    hits, other_hits = sum(one.hits for one in strata), sum(one.other_hits for one in strata)
    if hits + other_hits == 0:
        return untestable(rows[0], group + rest, "nobody was chosen")
    found = difference_of_shares(strata)
    assert found is not None
    reach = 1.959964 * spread(strata, found.estimate)
    return Judgement(
        **identity(rows[0]),
        n=group + rest,
        deviations=group - hits,
        estimate=found.estimate,
        lower=max(-1.0, found.estimate - reach),
        upper=min(1.0, found.estimate + reach),
        p_value=found.p_value,
        effect=abs(found.estimate) >= points - 1e-12,
        values={
            "group_share": hits / group,
            "rest_share": other_hits / rest,
            "group_n": group,
            "rest_n": rest,
            "gap_points": f"{100 * abs(found.estimate):.1f}",
        },
    )


def spread(strata: Sequence[Counts], difference: float) -> float:
    """The standard error of the Mantel-Haenszel difference of shares (Sato 1989)."""
    weight = sum(one.n * one.other_n / (one.n + one.other_n) for one in strata)
    variance = sum(difference * _p(one) + _q(one) for one in strata)
    return sqrt(max(0.0, variance)) / weight


def _p(one: Counts) -> float:
    total = one.n + one.other_n
    middle = one.n * one.other_n * (one.other_n - one.n) / 2
    return (one.n**2 * one.other_hits - one.other_n**2 * one.hits + middle) / total**2


def _q(one: Counts) -> float:
    missed, other_missed = one.n - one.hits, one.other_n - one.other_hits
    return (one.hits * other_missed + one.other_hits * missed) / (2 * (one.n + one.other_n))


def _counts(row: Row) -> Counts:
    return Counts(*(count(row, column) or 0 for column in ("hits", "n", "other_hits", "other_n")))
