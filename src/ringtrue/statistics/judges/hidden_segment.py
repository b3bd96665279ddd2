"""The judge of segments that miss a target which the whole meets. Rows, one per object and segment: object,
segment, n, hits, target, whole_n, whole_hits, whole_expected.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.intervals import binomial_test, clopper_pearson, exact_upper
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
from ringtrue.statistics.multiple import benjamini_hochberg


@dataclass(frozen=True)
class _Segment:
    name: str
    hits: int
    n: int
    target: float
    p_value: float

    @property
    def share(self) -> float:
        return self.hits / self.n

    def is_red(self, q_value: float | None, points: float) -> bool:
        """Below its target by the effect size, and by more than chance gives."""
        return (
            q_value is not None
            and q_value < 0.05
            and exact_upper(self.hits, self.n) < self.target
            and self.target - self.share >= points - 1e-12
        )


def hidden_segment(points: Number = 0.05, least: Number = 20) -> Judge:
    """An effect where the whole reaches its target, and a segment lies at least ``points`` below its own, its
    exact one-sided 95 % upper bound below it too (Clopper and Pearson 1934), q < .05 over the segments.

    Each segment of at least ``least`` is tested by the exact one-sided binomial test, with
    Benjamini-Hochberg over the segments of one object. p of the object is the smallest q value of its
    segments, which is Simes' test (1986) that none is below: a second Benjamini-Hochberg, over the objects,
    then decides (Benjamini and Heller 2008). ``whole_expected`` is the number of hits at target. Estimate:
    the share of the segment furthest below, with exact two-sided 95 % bounds; n and deviations are its own.
    ``values``: ``segment``, ``segment_target_share``, ``whole_share``, ``whole_target_share``, ``whole_n``,
    ``segments`` (how many were tested), ``also`` (the other red ones, in words). A whole that misses its
    target hides nothing, and is no effect: it comes with its own share.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        limits = number(points, settings), number(least, settings)
        return [_judge(group, *limits) for group in by_object(rows)]

    return judge


def _judge(rows: Sequence[Row], points: float, least: float) -> Judgement:
    whole = tuple(measure(rows[0], column) or 0.0 for column in ("whole_n", "whole_hits", "whole_expected"))
    n = round(whole[0])
    if n < max(1, least):
        return untestable(rows[0], n, too_few(n, least))
    if whole[1] < whole[2] - 1e-9:
        return Judgement(
            **identity(rows[0]), n=n, deviations=n - round(whole[1]), estimate=whole[1] / whole[0]
        )
    segments = [_segment(row) for row in rows if (count(row, "n") or 0) >= max(1, least)]
    if not segments:
        return untestable(rows[0], n, f"no segment of it has the {least:g} cases needed")
    q_values = benjamini_hochberg([one.p_value for one in segments])
    red = [one for one, q in zip(segments, q_values, strict=True) if one.is_red(q, points)]
    worst = min(red or segments, key=lambda one: (one.share - one.target, one.name))
    lower, upper = clopper_pearson(worst.hits, worst.n)
    return Judgement(
        **identity(rows[0]),
        n=worst.n,
        deviations=worst.n - worst.hits,
        estimate=worst.share,
        lower=lower,
        upper=upper,
        p_value=min(q for q in q_values if q is not None),
        effect=bool(red),
        values={
            "segment": worst.name,
            "segment_target_share": worst.target,
            "whole_share": whole[1] / whole[0],
            "whole_target_share": whole[2] / whole[0],
            "whole_n": n,
            "segments": len(segments),
            "also": _also([one for one in red if one is not worst]),
        },
    )


def _segment(row: Row) -> _Segment:
    hits, n, target = count(row, "hits") or 0, count(row, "n") or 0, measure(row, "target") or 0.0
    return _Segment(str(row["segment"]), hits, n, target, binomial_test(hits, n, target, "less"))


def _also(others: Sequence[_Segment]) -> str:
    if not others:
        return ""
    told = (
        f"{one.name} {100 * one.share:.1f} % of {one.n:,}"
        for one in sorted(others, key=lambda one: one.share)
    )
    return f"; also {', '.join(told)}"
