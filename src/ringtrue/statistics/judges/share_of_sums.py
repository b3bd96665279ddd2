"""The judge of a part of a sum (lost time, cost) against a limit. Rows, one per object and cluster: object,
part, whole, n, deviations.
"""

from collections.abc import Sequence
from dataclasses import replace

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.bootstrap import cluster_bootstrap, ratio
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


def share_of_sums(
    limit: Number,
    least: Number = 20,
    least_clusters: Number = 6,
    seed: int = 20260101,
    replicates: int = 1999,
) -> Judge:
    """An effect where the parts together are more than ``limit`` of the wholes.

    A few large values decide such a share, so chance is judged by drawing whole clusters (weeks, callers)
    again: p is the share of samples at or below the limit. n: what was counted; deviations: what makes up
    the part. Estimate: the share of the totals with two-sided 95 % BCa bounds (Efron 1987). Fewer than
    ``least`` counted, or ``least_clusters`` clusters with anything in them, are untestable. ``values``:
    ``limit_share``, ``part``, ``whole``, ``clusters``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        least_of = number(least, settings), number(least_clusters, settings)
        return [
            _judge(group, number(limit, settings), least_of, seed, replicates) for group in by_object(rows)
        ]

    return judge


def _judge(
    rows: Sequence[Row], limit: float, least: tuple[float, float], seed: int, replicates: int
) -> Judgement:
    sums = [(measure(row, "part") or 0.0, measure(row, "whole") or 0.0) for row in rows]
    filled = [pair for pair in sums if pair[1] > 0]
    n = sum(count(row, "n") or 0 for row in rows)
    if n < max(1, least[0]):
        return untestable(rows[0], n, too_few(n, least[0]))
    if len(filled) < max(2, least[1]):
        return untestable(rows[0], n, too_few(len(filled), least[1], "clusters of time"))
    part, whole = (sum(column) for column in zip(*filled, strict=True))
    values = {"limit_share": limit, "part": part, "whole": whole, "clusters": len(filled)}
    told = Judgement(
        **identity(rows[0]), n=n, deviations=sum(count(row, "deviations") or 0 for row in rows), values=values
    )
    return _with_bounds(told, filled, limit, seed, replicates)


def _with_bounds(
    told: Judgement, sums: Sequence[tuple[float, float]], limit: float, seed: int, replicates: int
) -> Judgement:
    if not any(part for part, _ in sums):
        return replace(told, estimate=0.0, p_value=1.0)
    drawn = cluster_bootstrap(sums, ratio, seed, replicates=replicates)
    return replace(
        told,
        estimate=drawn.estimate,
        lower=drawn.lower,
        upper=drawn.upper,
        p_value=drawn.p_not_above(limit),
        effect=drawn.estimate > limit,
    )
