"""The judge of roles that see the same thing differently. Rows, one per object, question, role and mark: object, question, role, score, n."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ringtrue.model import Judge, Judgement, Rows
from ringtrue.statistics.association import cliffs_delta_bounds
from ringtrue.statistics.judges.groups import Number, Row, Settings, by_object, number, too_few

SEED = 20260101


@dataclass(frozen=True)
class _Side:
    role: str
    marks: tuple[float, ...]

    @property
    def mean(self) -> float:
        return sum(self.marks) / len(self.marks)


def perceived_apart(least_delta: Number = 0.33, least: Number = 10) -> Judge:
    """An effect where Cliff's delta between two roles is at least ``least_delta`` in size and its bootstrap bounds exclude 0.

    One judgement per object, question and pair of roles; the family is the pair and the question. Estimate: delta of the role that judges
    higher, with 95 % bounds. p: Mann-Whitney, two-sided, corrected for ties. ``values``: ``higher``, ``lower_role``, the means, ``delta``.
    """

    def judge(rows: Rows, settings: Settings) -> list[Judgement]:
        needed, enough = number(least_delta, settings), number(least, settings)
        return [
            _judge(group[0], question, pair, needed, enough)
            for group in by_object(rows)
            for question, sides in _questions(group).items()
            for pair in combinations(sides, 2)
        ]

    return judge


def _questions(rows: Sequence[Row]) -> dict[str, list[_Side]]:
    marks: dict[str, dict[str, list[float]]] = {}
    for row in rows:
        told = marks.setdefault(str(row["question"]), {}).setdefault(str(row["role"]), [])
        told += [float(row["score"])] * int(row["n"])
    return {
        question: [_Side(role, tuple(given)) for role, given in sorted(roles.items())]
        for question, roles in marks.items()
    }


def _judge(row: Row, question: str, pair: tuple[_Side, _Side], needed: float, enough: float) -> Judgement:
    lower, higher = sorted(pair, key=lambda side: side.mean)
    n, fewest = len(lower.marks) + len(higher.marks), min(len(lower.marks), len(higher.marks))
    family = f"{pair[0].role} and {pair[1].role}, {question}"
    if fewest < max(2, enough):
        reason = too_few(fewest, enough, "answers")
        return Judgement(
            object=row["object"], service=row["service"], family=family, n=n, testable=False, reason=reason
        )
    delta = cliffs_delta_bounds(higher.marks, lower.marks, SEED)
    return Judgement(
        object=row["object"],
        service=row["service"],
        family=family,
        n=n,
        estimate=delta.estimate,
        lower=delta.lower,
        upper=delta.upper,
        p_value=_mann_whitney(higher.marks, lower.marks),
        effect=delta.estimate >= needed and delta.lower > 0,
        values={
            "question": question,
            "higher": higher.role,
            "lower_role": lower.role,
            "higher_mean": round(higher.mean, 2),
            "lower_mean": round(lower.mean, 2),
            "delta": round(delta.estimate, 2),
        },
    )


def _mann_whitney(first: Sequence[float], second: Sequence[float]) -> float:
    from scipy.stats import mannwhitneyu

    if len({*first, *second}) == 1:
        return 1.0
    return float(mannwhitneyu(first, second, alternative="two-sided", method="asymptotic").pvalue)
