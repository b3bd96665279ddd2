"""The programme as it stands: the audits by quarter, the services by years, and what is still open of each audit."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ringtrue.method.follow_up.chain import chain_of
from ringtrue.method.plan.programme import check_programme
from ringtrue.model.entry import from_content
from ringtrue.model.finding import Finding
from ringtrue.model.follow_up import Response
from ringtrue.model.plan import Plan, ServiceInPlan
from ringtrue.model.programme import PlannedAudit, Programme
from ringtrue.workbench.access.roles import LEAD, READERS
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.organisations.models import Organisation
from ringtrue.workbench.programme.models import newest
from ringtrue.workbench.trail.desk import standing

DONE = ("closed", "no_answer_needed")


@dataclass(frozen=True)
class Line:
    """An audit of the programme: as planned, as begun, whether the reader takes part in it, and how many findings are open there."""

    planned: PlannedAudit
    audit: Audit | None
    mine: bool
    open: int | None


def programme(request: HttpRequest, audit: str) -> HttpResponse:
    """The programme for the team of an audit."""
    leads = getattr(request.membership, "role", "") == LEAD  # type: ignore[attr-defined]
    return _page(request, request.organisation, leads)  # type: ignore[attr-defined]


def programme_of(request: HttpRequest, organisation: str) -> HttpResponse:
    """The programme for those who manage it."""
    return _page(request, request.organisation, False)  # type: ignore[attr-defined]


def open_findings(audit: Audit) -> int:
    """How many graded findings of an audit are not closed."""
    responses = [one.record for one in standing(audit, "response", Response).values()]
    found = (one.record for one in standing(audit, "finding", Finding).values())
    return sum(one.grade is not None and chain_of(one, responses).state not in DONE for one in found)


def _page(request: HttpRequest, of: Organisation, carries: bool) -> HttpResponse:
    held, _number = newest(of)
    services = _services(of)
    lines = [_line(request, of, one) for one in held.audits]
    begun = {one.audit.pk for one in lines if one.audit}
    shown: dict[str, Any] = {
        "organisation": of,
        "programme": held,
        "lines": lines,
        "besides": [one for one in of.audits.all() if one.pk not in begun] if request.administrates else (),  # type: ignore[attr-defined]
        "years": held.years,
        "matrix": _matrix(held, services),
        "remarks": check_programme(held, services.values()) if held.owner or held.audits else (),
        "manages": request.administrates,  # type: ignore[attr-defined]
        "carries": carries,
    }
    return render(request, "programme/programme.html", shown)


def _line(request: HttpRequest, of: Organisation, planned: PlannedAudit) -> Line:
    audit = of.audits.filter(pk=planned.id).first()
    member = audit and audit.memberships.filter(person=request.user, left_at=None).first()
    reads = bool(member) and member.role in READERS  # type: ignore[union-attr]
    return Line(planned, audit, bool(member), open_findings(audit) if audit and reads else None)


def _services(of: Organisation) -> dict[str, ServiceInPlan]:
    """The services of the plans that were set, as the newest plan weighs each."""
    found: dict[str, ServiceInPlan] = {}
    for audit in of.audits.order_by("created_at"):
        held = audit.records.filter(kind="plan", record="plan").first()
        for one in from_content(Plan, held.content).services if held else ():
            found[one.service] = one
    return found


def _matrix(held: Programme, services: dict[str, ServiceInPlan]) -> list[tuple[str, int | None, list[str]]]:
    """Each service with its weight, and for each year the quarters in which an audit looks at it."""
    named = {service for one in held.audits for service in one.services} | set(services)
    rows = []
    for id in named:
        cells = [
            ", ".join(
                one.quarter[5:]
                for one in held.audits
                if id in one.services and one.quarter.startswith(f"{year}-")
            )
            for year in held.years
        ]
        known = services.get(id)
        rows.append((known.name or id if known else id, known.weight if known else None, cells))
    return sorted(rows, key=lambda row: (-(row[1] or 0), row[0]))
