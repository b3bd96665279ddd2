"""Findings: read, and drafted. Grading, review and handing out are left to people in pages."""

from dataclasses import replace
from typing import Any, cast

from django.http import Http404
from ninja import Query, Router

from ringtrue.api import Journal, draft_finding
from ringtrue.method.findings.refuse import refusals
from ringtrue.model.entry import to_content
from ringtrue.model.finding import Finding
from ringtrue.workbench.access.roles import CONTACT
from ringtrue.workbench.clock import now
from ringtrue.workbench.findings.forms import FIELDS, FindingForm
from ringtrue.workbench.findings.reading import from_said, issued
from ringtrue.workbench.machines.errors import Unfit, only_known
from ringtrue.workbench.machines.schemas import (
    AskedFindings,
    FindingSaid,
    FindingsTold,
    FindingTold,
    LeadSaid,
)
from ringtrue.workbench.trail.desk import entry, standing, write_new
from ringtrue.workbench.trail.journal import AuditJournal
from ringtrue.workbench.trail.known import known_records, refuse

router = Router(tags=["findings"])


@router.get("/audits/{audit}/findings", response=FindingsTold, url_name="machines_findings")
def findings(request: Any, audit: str, asked: Query[AskedFindings]) -> Any:
    """The findings; to an auditee's contact those that were issued."""
    only_known(request, asked)
    found = [one for one in _seen(request) if asked.grade in ("", one["finding"]["grade"] or "draft")]
    first = (asked.page - 1) * asked.size
    items = found[first : first + asked.size]
    return {"total": len(found), "page": asked.page, "size": asked.size, "items": items}


@router.post("/audits/{audit}/findings", response={201: FindingTold}, url_name="machines_findings")
def write(request: Any, audit: str, said: FindingSaid) -> Any:
    """Draft a finding. The rules of the method that it breaks are told."""
    form, known, by = FindingForm(_as_form(said)), known_records(request.audit), str(request.user)
    if form.is_valid():
        new = Finding(id="", written_by=by, **from_said(form.cleaned_data, known.criteria))
        refuse(form, refusals(new, known.known), FIELDS)
    if form.errors:
        raise Unfit({name: [str(one) for one in told] for name, told in form.errors.items()})
    token = request.auth.name
    id = write_new(
        request.audit,
        "finding",
        "F",
        lambda id: entry(
            "finding", id, replace(new, id=id), by, f"written by a program with the token {token}"
        ),
    )
    return 201, _one(request, id)


@router.post(
    "/audits/{audit}/findings/from-lead", response={201: FindingTold}, url_name="machines_findings_draft"
)
def draft(request: Any, audit: str, said: LeadSaid) -> Any:
    """Draft a finding from a lead of the last run, with the records behind it as evidence to verify."""
    of, journal = request.audit, cast(Journal, AuditJournal(request.audit))
    made = draft_finding(of.folder, said.lead, str(request.user), now(), journal=journal)
    return 201, _one(request, made.id)


@router.get("/audits/{audit}/findings/{finding}", response=FindingTold, url_name="machines_finding")
def one(request: Any, audit: str, finding: str) -> Any:
    """One finding."""
    return _one(request, finding)


def _one(request: Any, id: str) -> dict[str, Any]:
    found = next((one for one in _seen(request) if one["id"] == id), None)
    if found is None:
        raise Http404
    return found


def _seen(request: Any) -> list[dict[str, Any]]:
    if request.membership.role == CONTACT:
        versions = {one.record: one.content["version"] for one in request.audit.records.filter(kind="issued")}
        return [_told(finding, versions[id]) for id, (finding, _at) in issued(request.audit).items()]
    return [_told(one.record, one.version) for one in standing(request.audit, "finding", Finding).values()]


def _told(finding: Finding, version: int) -> dict[str, Any]:
    return {"id": finding.id, "version": version, "finding": to_content(finding)}


def _as_form(said: FindingSaid) -> dict[str, Any]:
    """What was said, as the page's form takes it, so that the same rules hold."""
    required = said.requirement.model_dump() if said.requirement else {}
    return {
        "version": 0,
        "statement": said.statement,
        "required": required.pop("text", ""),
        **required,
        "evidence": ", ".join(said.evidence),
        **(said.extent.model_dump() if said.extent else {}),
        "service": said.service,
        "clauses": ", ".join(said.clauses),
        "outcome_concern": said.outcome_concern,
    }
