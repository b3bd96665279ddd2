"""Requests as the trail has them, and those that a person may see."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest

from ringtrue.api import NewEntry
from ringtrue.model.entry import from_content, to_content
from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.workbench.access.roles import CONTACT
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.trail.journal import AuditJournal

KIND = "request"


def requests_seen(request: HttpRequest) -> list[EvidenceRequest]:
    """All requests of the audit; of a contact, those to the contact and those to every contact."""
    audit: Audit = request.audit  # type: ignore[attr-defined]
    found = [_request(one.content) for one in audit.records.filter(kind=KIND)]
    if request.membership.role != CONTACT:  # type: ignore[attr-defined]
        return found
    return [one for one in found if one.contact in ("", request.user.email)]  # type: ignore[union-attr]


def seen_or_404(request: HttpRequest, id: str) -> EvidenceRequest:
    """The request with that id, if the person may see it."""
    for one in requests_seen(request):
        if one.id == id:
            return one
    raise Http404


def add(audit: Audit, told: dict[str, Any], by: str) -> EvidenceRequest:
    """Make a request, with the next number."""
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=audit.pk)
        number = audit.records.filter(kind=KIND).count() + 1
        made = EvidenceRequest(id=f"R-{number:03}", **told)
        _append(audit, made, by, "asked")
    return made


def change(
    audit: Audit, id: str, step: Callable[[EvidenceRequest], EvidenceRequest], by: str, reason: str
) -> EvidenceRequest:
    """Take a step with a request as it is now: of two at the same moment, the second finds what the first did."""
    with transaction.atomic():
        Audit.objects.select_for_update().get(pk=audit.pk)
        changed = step(_request(audit.records.get(kind=KIND, record=id).content))
        _append(audit, changed, by, reason)
    return changed


def _append(audit: Audit, made: EvidenceRequest, by: str, reason: str) -> None:
    entry = NewEntry(kind=KIND, id=made.id, by=by, at=now(), reason=reason, content=to_content(made))
    AuditJournal(audit).append([entry])


def _request(content: dict[str, Any]) -> EvidenceRequest:
    return from_content(EvidenceRequest, content)
