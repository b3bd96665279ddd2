"""How a finding stands: its words in a form, whether it was edited after its review, and what of it was issued."""

from dataclasses import dataclass
from typing import Any

from ringtrue.model.entry import Entry, from_content
from ringtrue.model.finding import Extent, Finding, Requirement
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.pages.forms import parts
from ringtrue.workbench.trail.journal import AuditJournal

REVIEWED = "reviewed"
"""How the reason of an entry begins that is a review."""

ASIDE = ("reviewed_by", "dissent")
"""What may change without a new review."""


@dataclass(frozen=True)
class Difference:
    """A field that two versions of a finding have otherwise."""

    name: str
    before: Any
    after: Any


def differences(before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
    """What changed from one to the other, besides who reviewed it and the dissent."""
    names = [one for one in after if one not in ASIDE]
    return [
        Difference(one.replace("_", " "), before.get(one), after[one])
        for one in names
        if before.get(one) != after[one]
    ]


def edited_after_review(history: tuple[Entry, ...]) -> list[Difference]:
    """What was changed after the last review; nothing where it was not reviewed, or stands as it was reviewed."""
    reviewed, before = None, None
    for one in history:
        by = one.content.get("reviewed_by")
        if by and (by != before or one.reason.startswith(REVIEWED)):
            reviewed = one
        before = by
    if reviewed is None or not before:
        return []
    return differences(dict(reviewed.content), dict(history[-1].content))


def issued(audit: Audit) -> dict[str, tuple[Finding, str]]:
    """The findings that were issued to the auditee, each as it was then, with the day."""
    journal = AuditJournal(audit)
    versions = {
        one.record: (int(one.content["version"]), one.at) for one in audit.records.filter(kind="issued")
    }
    found = {}
    for id, (version, at) in versions.items():
        entry = next((one for one in journal.history("finding", id) if one.seq == version), None)
        if entry:
            found[id] = (from_content(Finding, dict(entry.content)), at)
    return found


def as_said(finding: Finding, version: int) -> dict[str, Any]:
    """A finding as the values of its form."""
    required, extent = finding.requirement or Requirement(), finding.extent
    return {
        "version": version,
        "statement": finding.statement,
        "criteria": required.criteria or "",
        "clause": required.clause or "",
        "rule": required.rule or "",
        "required": required.text,
        "evidence": ", ".join(finding.evidence),
        "found": extent.found if extent else None,
        "looked_at": extent.looked_at if extent else None,
        "service": finding.service or "",
        "clauses": ", ".join(finding.clauses),
        "outcome_concern": finding.outcome_concern,
    }


def from_said(said: dict[str, Any], criteria: Any) -> dict[str, Any]:
    """What a form says as fields of a finding; a clause without words gets those of the criteria."""
    extent = None if said["found"] is None else Extent(found=said["found"], looked_at=said["looked_at"])
    return {
        "statement": said["statement"],
        "requirement": _requirement(said, criteria),
        "evidence": parts(said["evidence"]),
        "extent": extent,
        "service": said["service"] or None,
        "clauses": parts(said["clauses"]),
        "outcome_concern": said["outcome_concern"],
    }


def _requirement(said: dict[str, Any], criteria: Any) -> Requirement | None:
    if not any(said[name] for name in ("clause", "rule", "required")):
        return None
    of, text = said["criteria"] or None, said["required"]
    fitting = [
        (one.id, f"{clause.title}: {clause.intent}".rstrip(": "))
        for one in criteria
        if of in (None, one.id)
        for clause in one.clauses
        if clause.id == said["clause"]
    ]
    if not text and len(fitting) == 1:
        of, text = fitting[0]
    return Requirement(criteria=of, clause=said["clause"] or None, rule=said["rule"] or None, text=text)
