"""The judge of durations just below a target. Rows, a histogram: object, target, bin (whole minutes),
count; attained if known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.density import LEAST_THRESHOLD, Bunching
from ringtrue.statistics.density import bunching as bunching_below
from ringtrue.statistics.judges.groups import (
    Number,
    Row,
    Settings,
    by_object,
    count,
    identity,
    measure,
    number,
    untestable,
)


def bunching(least_share: Number = 0.05, least: Number = 100) -> Judge:
    """An effect where the excess just below the target is at least ``least_share`` of the attained cases.

    The rows of an object hold every duration up to twice the target (floor to whole minutes; empty minutes
    may be absent); the attained are counted from them, or taken from a column ``attained``. Targets with
    fewer than ``least`` cases between half and twice the target, or under 20 minutes, are not looked at. Of
    several targets the one with the smallest p speaks, its p times their number. n: cases near that target;
    deviations: the excess, rounded. Estimate: excess over attained, with 95 % bounds. p: the larger of the
    tests of excess and of jump. ``values``: ``target``, ``attained``, ``below``, ``expected``, ``targets``
    (how many were looked at).
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        return [
            _judge(group, number(least_share, settings), number(least, settings)) for group in by_object(rows)
        ]

    return judge


@dataclass(frozen=True)
class _AtTarget:
    target: int
    attained: int
    seen: Bunching


def _judge(rows: Sequence[Row], least_share: float, least: float) -> Judgement:
    looked_at = [
        _look(target, group) for target, group in _by_target(rows).items() if target >= LEAST_THRESHOLD
    ]
    enough = [each for each in looked_at if each.seen.near >= max(1, least) and each.attained > 0]
    if not enough:
        near = max((each.seen.near for each in looked_at), default=0)
        return untestable(rows[0], near, _reason(looked_at, near, least))
    told = min(enough, key=lambda each: (each.seen.p_value, each.target))
    share = told.seen.excess / told.attained
    return Judgement(
        **identity(rows[0]),
        n=told.seen.near,
        deviations=max(0, round(told.seen.excess)),
        estimate=share,
        lower=told.seen.lower / told.attained,
        upper=told.seen.upper / told.attained,
        p_value=min(1.0, told.seen.p_value * len(enough)),
        effect=share >= least_share,
        values={
            "target": told.target,
            "attained": told.attained,
            "below": round(told.seen.below),
            "expected": told.seen.expected,
            "targets": len(enough),
        },
    )


def _look(target: int, rows: Sequence[Row]) -> _AtTarget:
    histogram = _histogram(rows)
    given = count(rows[0], "attained")
    counted = sum(cases for minute, cases in histogram.items() if minute <= target)
    return _AtTarget(target, counted if given is None else given, bunching_below(histogram, target))


def _histogram(rows: Sequence[Row]) -> Mapping[int, int]:
    histogram: dict[int, int] = {}
    for row in rows:
        minute, cases = count(row, "bin"), count(row, "count")
        if minute is not None and cases is not None:
            histogram[minute] = histogram.get(minute, 0) + cases
    return histogram


def _by_target(rows: Sequence[Row]) -> dict[int, list[Row]]:
    targets: dict[int, list[Row]] = {}
    for row in rows:
        target = measure(row, "target")
        if target is not None:
            targets.setdefault(int(target), []).append(row)
    return targets


def _reason(looked_at: Sequence[_AtTarget], near: int, least: float) -> str:
    if not looked_at:
        return f"no target of at least {LEAST_THRESHOLD} minutes is known"
    return f"only {near} cases took between half and twice the target; at least {least:g} are needed"
