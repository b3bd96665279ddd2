"""What is due: requests to the auditee, promised actions, appointments of the plan; each with those whom it concerns."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ringtrue.model.entry import from_content
from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.model.plan import Plan
from ringtrue.workbench.access.roles import CONTACT, LEAD, READERS
from ringtrue.workbench.audits.models import Audit, Membership
from ringtrue.workbench.findings.reading import issued
from ringtrue.workbench.follow_up.due import due as promises_due

OVER = ("closed", "infeasible")
"""States of an audit in which nothing is due any more."""


@dataclass(frozen=True)
class Due:
    """Something with a day: what it is, its place in the audit, in how many days (below zero: overdue), and whose it is."""

    kind: str
    record: str
    text: str
    on: str
    days: int
    members: tuple[Membership, ...]


def due(audit: Audit, today: date, within: int) -> list[Due]:
    """What is due within so many days or overdue, the most urgent first."""
    if audit.state in OVER:
        return []
    members = list(audit.memberships.filter(left_at=None).select_related("person"))
    found = [*_requests(audit, today, members), *_promises(audit, today, within, members)]
    found += _appointments(audit, today, members)
    return sorted(
        (one for one in found if one.days <= within), key=lambda one: (one.days, one.kind, one.record)
    )


def due_for(audit: Audit, role: str, email: str, today: date, within: int) -> list[Due]:
    """The same, as somebody may see it: the team all of it, a contact of the auditee what is the contact's."""
    found = due(audit, today, within)
    if role in READERS:
        return found
    return [one for one in found if any(member.person.email == email for member in one.members)]


def _days(on: str, today: date) -> int | None:
    try:
        return (date.fromisoformat(on[:10]) - today).days
    except ValueError:
        return None


def _requests(audit: Audit, today: date, members: list[Membership]) -> Iterator[Due]:
    for record in audit.records.filter(kind="request"):
        one = from_content(EvidenceRequest, record.content)
        days = _days(one.due_on or "", today)
        if one.is_waiting and one.due_on and days is not None:
            asked = [m for m in members if m.role == CONTACT and one.contact in ("", m.person.email)]
            yield Due("request", one.id, one.title, one.due_on[:10], days, tuple(asked))


def _promises(audit: Audit, today: date, within: int, members: list[Membership]) -> Iterator[Due]:
    """Of issued findings only: the auditee knows of no other. Who leads is told, too."""
    out = issued(audit)
    concerned = tuple(m for m in members if m.role in (CONTACT, LEAD))
    for one in promises_due(audit, today, within):
        if one.finding in out:
            yield Due("follow_up", f"{one.finding} {one.action}", one.text, one.on, one.days, concerned)


def _appointments(audit: Audit, today: date, members: list[Membership]) -> Iterator[Due]:
    held = audit.records.filter(kind="plan", record="plan").first()
    for one in from_content(Plan, held.content).schedule if held else ():
        days = _days(one.day, today)
        if days is not None and days >= 0:
            record = f"{one.day} {one.starts} {one.activity} {one.subject}".strip()[:300]
            named = tuple(m for m in members if m.role != CONTACT and str(m.person) in one.auditors)
            yield Due("plan", record, one.subject or one.with_whom, one.day, days, named)
