"""The judge of a trend over periods. Rows, one per object and period: object, period (sortable), value, n."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_family,
    by_object,
    count,
    identity,
    measure,
    number,
    too_few,
    untestable,
)
from ringtrue.statistics.trend import mann_kendall, theil_sen, theil_sen_bounds

Course = Literal["up", "down"]


@dataclass(frozen=True)
class _Rule:
    direction: Course
    least: float
    least_n: float
    least_change: float
    relative: bool


def rising(
    least: Number = 12,
    direction: Course = "up",
    least_change: Number = 0.10,
    relative: bool = True,
    least_n: Number = 1,
) -> Judge:
    """An effect where the value moves in ``direction`` by at least ``least_change`` over the whole time.

    The change is a part of the median value (0.25 = 25 %), or in units of the value where ``relative`` is
    false (0.10 = 10 points of a share). Periods without value, or with fewer than ``least_n`` cases, are
    left out; at least ``least`` must remain. Estimate: Theil-Sen slope times the number of steps between
    the first and the last period used, in units of the value, with two-sided 95 % bounds. p: Mann-Kendall,
    two-sided, widened where neighbouring periods resemble each other. n: cases in the periods used.
    ``values``: ``periods``, ``first_period``, ``last_period``, ``median``, ``relative_change`` (None where
    the median is zero).
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        rule = _Rule(
            direction,
            number(least, settings),
            number(least_n, settings),
            number(least_change, settings),
            relative,
        )
        return [judgement for family in by_family(rows) for judgement in _judge_family(family, rule)]

    return judge


def _judge_family(rows: Sequence[Row], rule: _Rule) -> list[Judgement]:
    # Steps are counted on the periods of the whole family, so that a gap in one object's course stays a gap.
    steps = {period: step for step, period in enumerate(sorted({row["period"] for row in rows}))}
    return [_judge_object(group, steps, rule) for group in by_object(rows)]


def _judge_object(rows: Sequence[Row], steps: Mapping[Any, int], rule: _Rule) -> Judgement:
    used = sorted((row for row in rows if _usable(row, rule)), key=lambda row: steps[row["period"]])
    n = sum(count(row, "n") or 0 for row in used)
    if len(used) < max(2, rule.least):
        return untestable(rows[0], n, too_few(len(used), rule.least, "periods"))
    values = [float(row["value"]) for row in used]
    times = [steps[row["period"]] for row in used]
    span = times[-1] - times[0]
    lower, upper = (bound * span for bound in theil_sen_bounds(values, times))
    change = theil_sen(values, times) * span
    median = _median(values)
    return Judgement(
        **identity(rows[0]),
        n=n,
        estimate=change,
        lower=_finite(lower),
        upper=_finite(upper),
        p_value=mann_kendall(values, serial=True).p_value,
        effect=_large(change, values, rule),
        values={
            "periods": len(used),
            "first_period": used[0]["period"],
            "last_period": used[-1]["period"],
            "median": median,
            "relative_change": change / abs(median) if median else None,
        },
    )


def _usable(row: Row, rule: _Rule) -> bool:
    cases = count(row, "n")
    return measure(row, "value") is not None and (cases is None or cases >= rule.least_n)


def _large(change: float, values: Sequence[float], rule: _Rule) -> bool:
    moved = change if rule.direction == "up" else -change
    if moved <= 0:
        return False
    # Where most values are zero the median says nothing about their size; their mean does.
    size = abs(_median(values)) or sum(map(abs, values)) / len(values)
    return moved >= rule.least_change * (size if rule.relative else 1.0) - 1e-12


def _median(values: Sequence[float]) -> float:
    from statistics import median

    return float(median(values))


def _finite(value: float) -> float | None:
    return None if abs(value) == float("inf") else value
