"""The judge of what follows events, against the same hours of weeks before. Rows, one per object: object, after, before, and for other lengths
after_<name>, before_<name>: lists of equal length, one entry per event: a count, and the list of counts of its comparable windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.bootstrap import cluster_bootstrap, ratio_of_rates
from ringtrue.statistics.judges.groups import Number, Row, Settings, identity, number, too_few, untestable
from ringtrue.statistics.permutation import label_dealt_anew

Strata = list[tuple[int, list[int]]]
REPLICATES = 1999


@dataclass(frozen=True)
class _Rule:
    ratio: float
    least_events: float
    least: float
    others: tuple[str, ...]
    seed: int


def after_events(
    ratio: Number = 2.0,
    least_events: Number = 10,
    least: Number = 20,
    others: tuple[str, ...] = (),
    seed: int = 20260101,
) -> Judge:
    """An effect where after events there are at least ``ratio`` times as many as in the same hours of the weeks before.

    Events without a comparable window are left out; ``least_events`` must remain, with ``least`` counted in all windows. Estimate: the sum after
    the events over the sum of the means of their comparable windows, with two-sided 95 % BCa bounds, drawn by event. p: the chance that so
    many stand after the events if for each of them the window after it were dealt anew among it and its comparable ones (exact
    permutation within strata, one-sided). n: all counted; deviations: those after. ``values``: ``events``, ``windows``, ``usual`` (the sum of
    the means), ``times``, and ``times_<name>`` for the other lengths, in words.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        rule = _Rule(
            number(ratio, settings), number(least_events, settings), number(least, settings), others, seed
        )
        return [_judge(row, rule) for row in rows]

    return judge


def _judge(row: Row, rule: _Rule) -> Judgement:
    strata = _strata(row["after"], row["before"])
    after, before = sum(one for one, _ in strata), sum(sum(others) for _, others in strata)
    if len(strata) < max(2, rule.least_events):
        reason = too_few(len(strata), rule.least_events, "changes with comparable windows before them")
        return untestable(row, after + before, reason)
    if after + before < rule.least:
        return untestable(row, after + before, too_few(after + before, rule.least, "incidents"))
    usual = _usual(strata)
    times = after / usual if usual > 0 else None
    lower, upper = _bounds(strata, rule.seed) if usual > 0 else (None, None)
    return Judgement(
        **identity(row),
        n=after + before,
        deviations=after,
        estimate=times,
        lower=lower,
        upper=upper,
        p_value=label_dealt_anew(strata),
        effect=times is None or times >= rule.ratio - 1e-12,
        values={
            "events": len(strata),
            "windows": sum(len(others) for _, others in strata),
            "usual": f"{usual:.1f}",
            "times": _in_words(strata),
            **{
                f"times_{name}": _in_words(_strata(row[f"after_{name}"], row[f"before_{name}"]))
                for name in rule.others
            },
        },
    )


def _strata(after: Sequence[int] | None, before: Sequence[Sequence[int]] | None) -> Strata:
    pairs = zip(after or (), before or (), strict=True)
    return [(int(one), [int(other) for other in others]) for one, others in pairs if others]


def _usual(strata: Strata) -> float:
    return sum(sum(others) / len(others) for _, others in strata)


def _in_words(strata: Strata) -> str:
    usual = _usual(strata)
    return f"{sum(one for one, _ in strata) / usual:.1f}" if usual > 0 else "unknown"


def _bounds(strata: Strata, seed: int) -> tuple[float | None, float | None]:
    clusters = [(float(one), 1.0, sum(others) / len(others), 1.0) for one, others in strata]
    drawn = cluster_bootstrap(clusters, ratio_of_rates, seed, replicates=REPLICATES)
    return _finite(drawn.lower), _finite(drawn.upper)


def _finite(value: float) -> float | None:
    return value if abs(value) != float("inf") and value == value else None
