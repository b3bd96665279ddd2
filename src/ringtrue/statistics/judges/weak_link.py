"""The judge of two shares that should go together over many members (services). Rows, one per object and
member: object, member, hits, n, other_hits, other_n.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.association import kendall_tau_bounds
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


@dataclass(frozen=True)
class _Rule:
    most: float
    least_members: float
    least: float
    least_other: float
    reliability: float


def weak_link(
    most: Number = 0.3,
    least_members: Number = 10,
    least: Number = 20,
    least_other: Number = 10,
    least_reliability: Number = 0.5,
    names: tuple[str, str] = ("first share", "second share"),
    seed: int = 20260101,
) -> Judge:
    """An effect where the upper 95 % bound of Kendall's tau-b between the two shares is at most ``most``.

    Members with fewer than ``least`` of n or ``least_other`` of other_n are left out; at least
    ``least_members`` must remain. Bounds: percentile bootstrap, members drawn again. Shares that differ
    among members hardly more than chance gives can go together with nothing: where less than
    ``least_reliability`` of the variance of either lies outside binomial chance (1 - mean of p(1-p)/(n-1)
    over the variance seen, the reliability of classical test theory), nothing can be said. n: members. No p
    value: the bound decides. ``values``: ``tie_share`` (pairs equal in either), ``reliability``,
    ``other_reliability``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        rule = _Rule(
            *(number(one, settings) for one in (most, least_members, least, least_other, least_reliability))
        )
        return [_judge(group, rule, names, seed) for group in by_object(rows)]

    return judge


def _judge(rows: Sequence[Row], rule: _Rule, names: tuple[str, str], seed: int) -> Judgement:
    used = [
        row
        for row in rows
        if (count(row, "n") or 0) >= max(2, rule.least)
        and (count(row, "other_n") or 0) >= max(2, rule.least_other)
    ]
    if len(used) < max(2, rule.least_members):
        return untestable(
            rows[0], len(used), too_few(len(used), rule.least_members, "services with enough of both")
        )
    first, second = _counts(used, "hits", "n"), _counts(used, "other_hits", "other_n")
    reliable = reliability(first), reliability(second)
    if min(reliable) < rule.reliability:
        which = names[0] if reliable[0] < rule.reliability else names[1]
        return untestable(rows[0], len(used), f"the {which} differs among them hardly more than chance gives")
    shares = [hits / n for hits, n in first], [hits / n for hits, n in second]
    found = kendall_tau_bounds(*shares, seed=seed)
    if found is None:
        return untestable(rows[0], len(used), f"the {names[0]} or the {names[1]} is the same everywhere")
    return Judgement(
        **identity(rows[0]),
        n=len(used),
        estimate=found.estimate,
        lower=found.lower,
        upper=found.upper,
        effect=found.upper <= rule.most,
        values={
            "tie_share": _ties(*shares),
            "reliability": reliable[0],
            "other_reliability": reliable[1],
            "most": rule.most,
        },
    )


def reliability(counts: Sequence[tuple[int, int]]) -> float:
    """The part of the variance of shares (hits of n) that binomial chance does not give; 0 where they are all
    alike.
    """
    shares = [hits / n for hits, n in counts]
    mean = sum(shares) / len(shares)
    seen = sum((share - mean) ** 2 for share in shares) / (len(shares) - 1)
    chance = sum(share * (1 - share) / (n - 1) for share, (_, n) in zip(shares, counts, strict=True))
    return max(0.0, 1 - chance / len(shares) / seen) if seen > 0 else 0.0


def _counts(rows: Sequence[Row], hits: str, n: str) -> list[tuple[int, int]]:
    return [(count(row, hits) or 0, count(row, n) or 0) for row in rows]


def _ties(first: Sequence[float], second: Sequence[float]) -> float:
    pairs = list(combinations(zip(first, second, strict=True), 2))
    return sum(a[0] == b[0] or a[1] == b[1] for a, b in pairs) / len(pairs)
