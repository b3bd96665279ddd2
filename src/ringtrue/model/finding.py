"""A finding, what became of a lead, and why a finding is refused."""

from dataclasses import dataclass
from typing import Literal

Grade = Literal["positive", "conforming", "ofi", "minor_nc", "major_nc"]

GRADES: tuple[Grade, ...] = ("positive", "conforming", "ofi", "minor_nc", "major_nc")
NONCONFORMITIES: tuple[Grade, ...] = ("minor_nc", "major_nc")

Outcome = Literal["verified", "explained", "not_pursued"]

OUTCOMES: tuple[Outcome, ...] = ("verified", "explained", "not_pursued")


@dataclass(frozen=True, kw_only=True)
class Requirement:
    """What has to be fulfilled: a clause of an edition, or a rule of the organisation's own (a document, a contract, a law).

    ``text`` says it in own words. One of ``clause`` (with ``criteria``, the edition's id) and ``rule`` is given, or both.
    """

    criteria: str | None = None
    clause: str | None = None
    rule: str | None = None
    text: str = ""

    @property
    def is_stated(self) -> bool:
        """Whether it names a clause or a rule, and says what that asks for."""
        return bool((self.clause or self.rule) and self.text.strip())

    @property
    def named(self) -> str:
        """Its short name: the clause, or the rule."""
        return self.clause or self.rule or ""


@dataclass(frozen=True, kw_only=True)
class Extent:
    """In how many of the items looked at: ``found`` of ``looked_at``."""

    found: int
    looked_at: int


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Requirement + evidence + statement + grade + the reason for the grade. Without a grade it is a draft.

    ``outcome_concern``: it is about whether customers get what they need, apart from conformity. ``dissent`` is what the auditee
    or an auditor holds against it. ``lead`` and ``procedure`` say from what it came; ``run`` in which run that stood.
    """

    id: str
    statement: str
    requirement: Requirement | None = None
    evidence: tuple[str, ...] = ()
    extent: Extent | None = None
    grade: Grade | None = None
    grade_reason: str = ""
    written_by: str
    graded_by: str | None = None
    reviewed_by: str | None = None
    dissent: str = ""
    outcome_concern: bool = False
    service: str | None = None
    clauses: tuple[str, ...] = ()
    lead: str | None = None
    procedure: str | None = None
    run: str | None = None

    @property
    def is_nonconformity(self) -> bool:
        """Whether it says that a requirement is not fulfilled."""
        return self.grade in NONCONFORMITIES


@dataclass(frozen=True, kw_only=True)
class Disposition:
    """What became of a lead: verified (it became evidence), explained, or not pursued; always with a reason and a name."""

    id: str
    lead: str
    outcome: Outcome
    reason: str
    by: str
    run: str | None = None


@dataclass(frozen=True)
class Refusal:
    """Why a record is not taken: the rule that it breaks, what was found, and what to do."""

    rule: str
    found: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.found} {self.remedy}"
