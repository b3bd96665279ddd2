"""What was asked, of whom, and what was answered: records of the audit, with the columns of the canonical tables."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question of this audit, and the roles that it is for."""

    text: str
    lesson: str | None = None
    clauses: tuple[str, ...] = ()
    allowed_roles: tuple[str, ...] = ()
    concept: str | None = None
    open: bool | None = None
    expected_evidence: str | None = None


@dataclass(frozen=True, kw_only=True)
class Interview:
    """An interview in one role. ``party`` is the person's id; ``team`` that of the team, where the person is not to be known.

    ``held_at`` is ISO 8601. The canonical table has no column for the team.
    """

    role: str
    held_at: str
    party: str | None = None
    team: str | None = None
    service: str | None = None
    auditor: str | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer as it was noted (no rater), or as one rater scored it, from 0 to 4."""

    interview: str
    question: str
    text: str | None = None
    score: float | None = None
    rater: str | None = None
    corroborated_by: str | None = None
