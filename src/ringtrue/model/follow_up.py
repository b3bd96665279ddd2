"""The response chain of a finding: from the correction to the verified effect."""

from dataclasses import dataclass
from typing import Literal

Step = Literal[
    "correction",
    "extent",
    "root_cause",
    "corrective_action",
    "accepted",
    "rejected",
    "implemented",
    "effectiveness",
    "closed",
    "reopened",
]

STEPS: tuple[Step, ...] = (
    "correction",
    "extent",
    "root_cause",
    "corrective_action",
    "accepted",
    "rejected",
    "implemented",
    "effectiveness",
    "closed",
    "reopened",
)

AUDITEE_STEPS: frozenset[Step] = frozenset(
    {"correction", "extent", "root_cause", "corrective_action", "implemented"}
)
"""What the organisation does; the other steps are the auditors'."""


@dataclass(frozen=True, kw_only=True)
class NewCases:
    """What happened since: ``repeats`` of the failure in ``cases`` new ones after ``since`` (ISO day), and what that had to show.

    ``tolerable`` is the highest rate that is put up with, ``confidence`` how sure it has to be; both as shares.
    """

    cases: int
    repeats: int
    since: str
    tolerable: float = 0.10
    confidence: float = 0.95


@dataclass(frozen=True, kw_only=True)
class Response:
    """One step of the answer to a finding; steps are added, never changed.

    ``action`` numbers the corrections and corrective actions of a finding (``C1``, ``A1``, …): an implementation names the one that
    it carries out. ``on`` is the day of the step, ``due_on`` the day that was promised, ``owner`` who answers for it.
    ``effective`` and ``new_cases`` belong to the check of effectiveness; ``without_cases`` says why nothing can be counted.
    """

    id: str
    finding: str
    step: Step
    text: str
    by: str
    on: str
    action: str | None = None
    owner: str | None = None
    due_on: str | None = None
    evidence: tuple[str, ...] = ()
    effective: bool | None = None
    new_cases: NewCases | None = None
    without_cases: str = ""
