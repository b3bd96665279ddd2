"""The judge of roles that see the same thing differently. Rows, one per service, question, role and mark: service, question, role, score, n."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.association import cliffs_delta_bounds
from ringtrue.statistics.judges.groups import Identity, Number, Settings, number, too_few

SEED = 20260101
HIDDEN_BELOW = 5
"""Of fewer answers not even the number is told."""


@dataclass(frozen=True)
class _Pair:
    """The marks of two roles, in the order of their names."""

    service: str
    question: str
    roles: tuple[str, str]
    marks: tuple[list[float], list[float]]


def perceived_apart(least_delta: Number = 0.33, least: Number = 10) -> Judge:
    """An effect where Cliff's delta between two roles is at least ``least_delta`` in size and its 95 % bootstrap bounds exclude 0.

    One judgement per service, question and pair of roles; object ``service|role|role``, family the question. Estimate: delta of the role
    that judges higher. p: Mann-Whitney, two-sided, corrected for ties. Fewer than ``least`` answers of either role are untestable, and of
    fewer than five not even the number is told. ``values``: ``question``, ``about``, ``higher``, ``worse``, both means, ``delta``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        needed, enough = number(least_delta, settings), number(least, settings)
        return [_judge(pair, needed, enough) for pair in _pairs(rows)]

    return judge


def _pairs(rows: Rows) -> list[_Pair]:
    marks: dict[tuple[str, str], dict[str, list[float]]] = {}
    for row in rows:
        roles = marks.setdefault((str(row["service"]), str(row["question"])), {})
        roles.setdefault(str(row["role"]), []).extend([float(row["score"])] * int(row["n"]))
    return [
        _Pair(service, question, (one, other), (roles[one], roles[other]))
        for (service, question), roles in marks.items()
        for one, other in combinations(sorted(roles), 2)
    ]


def _judge(pair: _Pair, needed: float, enough: float) -> Judgement:
    n, fewest = sum(map(len, pair.marks)), min(map(len, pair.marks))
    named: Identity = {
        "object": "|".join((pair.service, *pair.roles)),
        "service": pair.service,
        "family": pair.question,
    }
    if fewest < HIDDEN_BELOW:
        return Judgement(
            **named, n=0, testable=False, reason="a role with fewer than five answers is not shown"
        )
    if fewest < enough:
        return Judgement(
            **named, n=n, testable=False, reason=too_few(fewest, enough, "answers of one of the roles")
        )
    first, second = pair.marks
    higher = 0 if _mean(first) >= _mean(second) else 1
    delta = cliffs_delta_bounds(pair.marks[higher], pair.marks[1 - higher], SEED)
    return Judgement(
        **named,
        n=n,
        estimate=delta.estimate,
        lower=delta.lower,
        upper=delta.upper,
        p_value=_mann_whitney(first, second),
        effect=delta.estimate >= needed and delta.lower > 0,
        values={
            "question": pair.question,
            "about": pair.service,
            "higher": pair.roles[higher],
            "worse": pair.roles[1 - higher],
            "higher_mean": round(_mean(pair.marks[higher]), 2),
            "worse_mean": round(_mean(pair.marks[1 - higher]), 2),
            "delta": round(delta.estimate, 2),
            "delta_lower": round(delta.lower, 2),
        },
    )


def _mean(marks: Sequence[float]) -> float:
    return sum(marks) / len(marks)


def _mann_whitney(first: Sequence[float], second: Sequence[float]) -> float:
    """Mann and Whitney 1947, by the normal approximation with correction for ties; 1 where all marks are the same."""
    from scipy.stats import mannwhitneyu

    if len({*first, *second}) == 1:
        return 1.0
    return float(mannwhitneyu(first, second, alternative="two-sided", method="asymptotic").pvalue)
