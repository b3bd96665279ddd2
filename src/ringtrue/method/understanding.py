"""Understanding, scored by two raters: whether the scores can be relied on, and what share of the answers passes, by concept and team.

Agreement is Krippendorff's alpha for ranks: from .800 the scores can be relied on, from .667 they allow tentative conclusions, below that
they are to be given again (Krippendorff 2004). An answer passes from 2.5 in the mean of its raters. Answers that only one rater scored wait.
Shares have Wilson's bounds for display and exact ones (Clopper-Pearson) for conclusions; of groups below five persons nothing is told. Where
fewer than five would be left beside the teams shown, the smallest of these is not told either: nobody's answers can be had by subtraction.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from ringtrue.method.banks.scenarios import CONCEPTS

Verdict = Literal["rely", "tentative", "again", "unknown"]
Bounds = tuple[float, float]

RELY, TENTATIVE = 0.800, 0.667
PASS = 2.5
LEAST_PERSONS = 5
ROUNDING = 1e-9


@dataclass(frozen=True, kw_only=True)
class Score:
    """What one rater gave one answer, from 0 to 4. ``answer`` is one for all its raters; ``person`` is only counted."""

    answer: str
    person: str
    concept: str
    rater: str
    score: float
    team: str | None = None


@dataclass(frozen=True, kw_only=True)
class PassShare:
    """The answers of a group that pass. ``share`` and bounds are None where the group is too small to be told, or nothing was scored twice."""

    name: str
    persons: int
    answers: int
    passed: int | None
    share: float | None
    wilson: Bounds | None
    exact: Bounds | None


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """The raters' agreement and, unless the scores are to be given again, the shares that pass."""

    raters: int
    scored: int
    waiting: int
    alpha: float | None
    bounds: Bounds | None
    verdict: Verdict
    whole: PassShare | None
    concepts: tuple[PassShare, ...]
    teams: tuple[PassShare, ...]
    hidden_teams: int


@dataclass(frozen=True)
class _Answer:
    person: str
    concept: str
    team: str | None
    scores: tuple[float, ...]

    @property
    def passes(self) -> bool:
        return fmean(self.scores) >= PASS - ROUNDING


def understanding(scores: Sequence[Score]) -> Understanding:
    """What the scores say. Of a rater who scored an answer twice the last score counts."""
    answers = _answers(scores)
    twice = [one for one in answers if len(one.scores) >= 2]
    alpha, bounds, verdict = _agreement([one.scores for one in twice])
    usable = verdict in ("rely", "tentative")
    teams = (
        _by(twice, lambda one: one.team, sorted({one.team for one in twice if one.team})) if usable else ()
    )
    shown = _not_by_subtraction(twice, [one for one in teams if one.share is not None])
    return Understanding(
        raters=len({one.rater for one in scores}),
        scored=len(twice),
        waiting=len(answers) - len(twice),
        alpha=alpha,
        bounds=bounds,
        verdict=verdict,
        whole=_share("", twice) if usable else None,
        concepts=_by(twice, lambda one: one.concept, CONCEPTS) if usable else (),
        teams=shown,
        hidden_teams=len(teams) - len(shown),
    )


def _not_by_subtraction(answers: Sequence[_Answer], told: Sequence[PassShare]) -> tuple[PassShare, ...]:
    """The teams that can be told, without the smallest where what is left of the whole would be fewer than ``LEAST_PERSONS``."""
    names = {one.name for one in told}
    in_told = {one.person for one in answers if one.team in names}
    left = {one.person for one in answers} - in_told
    if not told or not 0 < len(left) < LEAST_PERSONS:
        return tuple(told)
    withheld = min(told, key=lambda one: (one.persons, one.name))
    return tuple(one for one in told if one is not withheld)


def _answers(scores: Iterable[Score]) -> list[_Answer]:
    last = {(one.answer, one.rater): one for one in scores}
    units: dict[str, list[Score]] = {}
    for one in last.values():
        units.setdefault(one.answer, []).append(one)
    return [
        _Answer(found[0].person, found[0].concept, found[0].team, tuple(one.score for one in found))
        for found in units.values()
    ]


def _agreement(ratings: Sequence[Sequence[float]]) -> tuple[float | None, Bounds | None, Verdict]:
    from ringtrue.statistics.agreement import all_agree, krippendorff_bounds

    found = krippendorff_bounds(ratings, "ordinal")
    if found is None:
        return None, None, "rely" if all_agree(ratings) else "unknown"
    bounds = None if found.lower is None or found.upper is None else (found.lower, found.upper)
    return found.alpha, bounds, _verdict(found.alpha)


def _verdict(alpha: float) -> Verdict:
    if alpha >= RELY - ROUNDING:
        return "rely"
    return "tentative" if alpha >= TENTATIVE - ROUNDING else "again"


def _by(
    answers: Sequence[_Answer], key: Callable[[_Answer], str | None], names: Iterable[str]
) -> tuple[PassShare, ...]:
    groups = [(name, [one for one in answers if key(one) == name]) for name in names]
    return tuple(_share(name, group) for name, group in groups if group)


def _share(name: str, answers: Sequence[_Answer]) -> PassShare:
    from ringtrue.statistics.intervals import clopper_pearson, wilson

    n, persons = len(answers), len({one.person for one in answers})
    if n == 0 or persons < LEAST_PERSONS:
        return PassShare(
            name=name, persons=persons, answers=n, passed=None, share=None, wilson=None, exact=None
        )
    passed = sum(one.passes for one in answers)
    return PassShare(
        name=name,
        persons=persons,
        answers=n,
        passed=passed,
        share=passed / n,
        wilson=wilson(passed, n),
        exact=clopper_pearson(passed, n),
    )
