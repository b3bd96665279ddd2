"""What people do with findings, through their pages."""

from typing import Any

from django.urls import reverse

from ringtrue.model.evidence import Evidence
from ringtrue.workbench.trail.desk import entry
from ringtrue.workbench.trail.journal import AuditJournal
from tests.workbench.cast import Cast

WORDS = "Approval does not consistently precede deployment."


def said(version: int = 0, **other: Any) -> dict[str, Any]:
    """The words of a finding."""
    usual = {
        "version": version,
        "statement": WORDS,
        "rule": "Change policy 4",
        "required": "Approve before deploying.",
    }
    return {**usual, "evidence": "E-001", "found": "4", "looked_at": "59", **other}


def evidence(cast: Cast) -> None:
    """A piece of evidence that Ada verified."""
    held = Evidence(
        id="E-001", shows="An approval after the start.", event_on="2026-03-04", captured_at="2026-05-04",
        obtained="examined", collected_by="Ben", place="tool", verified_by="Ada", verified_at="2026-05-05",
    )  # fmt: skip
    AuditJournal(cast.audit).append([entry("evidence", "E-001", held, "Ben", "added")])


def held(cast: Cast) -> Any:
    """The entry of F-001 as it is now."""
    return AuditJournal(cast.audit).current("finding")["F-001"]


def act(cast: Cast, who: str, name: str, **told: Any) -> Any:
    """Post to a page of F-001, at its present version unless another is told."""
    told = {"version": held(cast).seq, **told}
    return cast.client(who).post(reverse(name, args=[cast.audit.pk, "F-001"]), told)


def written(cast: Cast) -> None:
    """F-001, written by Ben on verified evidence."""
    evidence(cast)
    cast.client("ben").post(reverse("findings_new", args=[cast.audit.pk]), said())


def issued(cast: Cast) -> None:
    """F-001, graded by Ben, reviewed and issued by Ada."""
    written(cast)
    act(cast, "ben", "findings_grade", grade="minor_nc", grade_reason="No outage came of it.")
    act(cast, "ada", "findings_review", looked_at="words and records")
    act(cast, "ada", "findings_issue")
