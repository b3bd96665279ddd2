"""The judge of a level that drifts upwards, for the whole and within strata. Rows, one per object, stratum and period: object, stratum (None:
the whole), period, value, n.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp, log
from statistics import median
from typing import Any

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import Number, Row, Settings, number
from ringtrue.statistics.judges.rising import rising
from ringtrue.statistics.trend import mann_kendall

MIX = "what it is made of changed, and within kind and priority it did not rise"
LEAST_COVER = 0.5
ALPHA = 0.05

Key = tuple[str, str]


def drifting(
    least: Number = 12, least_change: Number = 0.25, least_n: Number = 20, least_in_stratum: Number = 5
) -> Judge:
    """As ``rising``, and the same must hold of a course that is standardised for the strata: in each period the mean, weighed by their size,
    of the logarithms of the strata's values over their own medians (direct standardisation by a geometric mean).

    Strata count in periods with ``least_in_stratum`` cases, if they have ``least`` such periods; where they hold less than half of all cases,
    the whole alone decides. p: the larger of both. That of the whole is widened for likeness of neighbouring periods in their ranks, which
    are all the test looks at (Hamed and Rao 1998): a bent course is no likeness. That of the strata is not widened again. Where the whole
    rises and the strata do not, the object is untestable: its mix changed.
    ``values``: those of ``rising``, ``change_share``, and ``within``, the change within strata in words.
    """
    whole = rising(least=least, least_change=least_change, least_n=least_n)
    within = rising(least=least, least_change=least_change)

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        limits = number(least, settings), number(least_in_stratum, settings)
        adjusted = _adjusted(rows, *limits)
        inside = _with_p_values(within(adjusted, settings), adjusted, 1, serial=False)
        together = [row for row in rows if row["stratum"] is None]
        totals = _with_p_values(whole(together, settings), together, number(least_n, settings), serial=True)
        return [_together(one, inside.get(key)) for key, one in totals.items()]

    return judge


def _together(whole: Judgement, within: Judgement | None) -> Judgement:
    if not whole.testable:
        return whole
    told = {**whole.values, "change_share": whole.values["relative_change"], "within": "unknown"}
    if within is None or not within.testable or within.p_value is None or whole.p_value is None:
        return replace(whole, values=told)
    if whole.effect and whole.p_value < ALPHA and not (within.effect and within.p_value < ALPHA):
        return replace(whole, testable=False, effect=False, reason=MIX)
    told["within"] = f"{100 * (within.values['relative_change'] or 0.0):.1f} %"
    both = max(whole.p_value, within.p_value)
    return replace(whole, effect=whole.effect and within.effect, p_value=both, values=told)


def _with_p_values(
    judgements: Sequence[Judgement], rows: Rows, least_n: float, serial: bool
) -> dict[Key, Judgement]:
    courses: dict[Key, list[tuple[Any, float]]] = {}
    for row in rows:
        if row["n"] >= least_n:
            courses.setdefault(_key(row), []).append((row["period"], float(row["value"])))
    return {
        (one.family, one.object): replace(one, p_value=_p_value(courses[one.family, one.object], serial))
        if one.testable
        else one
        for one in judgements
    }


def _p_value(course: Sequence[tuple[Any, float]], serial: bool) -> float:
    values = [value for _, value in sorted(course)]
    below = sorted(values)
    return mann_kendall(
        [bisect_left(below, one) + bisect_right(below, one) for one in values], serial
    ).p_value


def _adjusted(rows: Rows, least: float, least_n: float) -> list[dict[str, Any]]:
    """The standardised course of each object whose strata hold at least half of its cases."""
    totals: dict[Key, int] = {}
    strata: dict[Key, dict[str, list[Row]]] = {}
    for row in rows:
        if row["stratum"] is None:
            totals[_key(row)] = totals.get(_key(row), 0) + int(row["n"])
        elif row["n"] >= least_n:
            strata.setdefault(_key(row), {}).setdefault(str(row["stratum"]), []).append(row)
    found: list[dict[str, Any]] = []
    for key, each in strata.items():
        usable = [group for group in each.values() if len(group) >= least]
        held = sum(int(row["n"]) for group in usable for row in group)
        if usable and held >= LEAST_COVER * totals.get(key, 0):
            found += _course(usable)
    return found


def _course(strata: Sequence[Sequence[Row]]) -> list[dict[str, Any]]:
    sums: dict[Any, tuple[float, float]] = {}
    for group in strata:
        size = float(sum(int(row["n"]) for row in group))
        usual = median(_log(row) for row in group)
        for row in group:
            total, weight = sums.get(row["period"], (0.0, 0.0))
            sums[row["period"]] = total + size * (_log(row) - usual), weight + size
    first = strata[0][0]
    return [
        {
            "object": first["object"],
            "family": first.get("family"),
            "period": period,
            "value": exp(total / weight),
            "n": 1,
        }
        for period, (total, weight) in sums.items()
    ]


def _log(row: Row) -> float:
    return log(max(1.0, float(row["value"])))


def _key(row: Mapping[str, Any]) -> Key:
    return str(row.get("family") or ""), str(row["object"])
