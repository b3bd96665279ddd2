"""Pages on which findings are listed, read and written."""

from dataclasses import replace
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import Journal, draft_finding
from ringtrue.method.findings.refuse import refusals
from ringtrue.model.entry import to_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.evidence import Evidence
from ringtrue.model.finding import Finding
from ringtrue.workbench.access.roles import AUDITORS, CONTACT, LEAD, TEAM
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.findings.forms import FIELDS, GRADES, DissentForm, FindingForm, GradeForm, ReviewForm
from ringtrue.workbench.findings.reading import as_said, differences, edited_after_review, from_said, issued
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.trail.desk import entry, one, standing, write, write_new
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from ringtrue.workbench.trail.known import known_records, refuse

A_PAGE = 50


def role_of(request: HttpRequest) -> str:
    """The person's role in this audit."""
    return getattr(request.membership, "role", "")  # type: ignore[attr-defined]


def findings(request: HttpRequest, audit: str) -> HttpResponse:
    """The findings; an auditee's contact sees those that were issued, as they were issued."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    out = issued(of)
    if role_of(request) == CONTACT:
        found = [finding for finding, _at in out.values()]
    else:
        found = [held.record for held in standing(of, "finding", Finding).values()]
    words, grade = request.GET.get("q", "").strip().casefold(), request.GET.get("grade", "")
    fitting = [
        (one, dict(GRADES).get(one.grade or ""), one.id in out)
        for one in found
        if words in f"{one.id} {one.statement} {one.service or ''}".casefold()
        and grade in ("", one.grade or "draft")
    ]
    page = Paginator(fitting, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "findings/findings.html",
        {"page": page, "grades": GRADES, "writes": role_of(request) in AUDITORS},
    )


def findings_new(request: HttpRequest, audit: str) -> HttpResponse:
    """A finding from a blank page."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    form = FindingForm(request.POST or None, initial={"version": 0})
    if request.method == "POST" and form.is_valid():
        known, by = known_records(of), str(request.user)
        new = Finding(id="", written_by=by, **from_said(form.cleaned_data, known.criteria))
        if not refuse(form, refusals(new, known.known), FIELDS):
            reason = form.cleaned_data["reason"] or "written"
            id = write_new(
                of, "finding", "F", lambda id: entry("finding", id, replace(new, id=id), by, reason)
            )
            return redirect("findings_one", of.pk, id)
    return render(request, "findings/edit.html", {"form": form})


def findings_draft(request: HttpRequest, audit: str) -> HttpResponse:
    """A draft from a lead of the last run, with the records behind it as evidence to verify."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    journal = cast(Journal, AuditJournal(of))
    try:
        made = draft_finding(
            of.folder, request.POST.get("lead", "")[:300], str(request.user), now(), journal=journal
        )
    except WrongUse as refused:
        messages.error(request, told(refused))
        return redirect("findings", of.pk)
    messages.success(request, _("Drafted. Choose the requirement, verify the evidence, then grade it."))
    return redirect("findings_one", of.pk, made.id)


def findings_one(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """One finding: to the team with all that was done to it; to the auditee as it was issued."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    if role_of(request) == CONTACT:
        if id not in issued(of):
            raise Http404
        return page_of(request, id)
    one(of, "finding", Finding, id)
    return page_of(request, id)


def findings_edit(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Edit the words. The second of two editors is told, sees both texts, and loses nothing."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    held, shown = one(of, "finding", Finding, id), {}
    form = FindingForm(request.POST or None, initial=as_said(held.record, held.version))
    if request.method == "POST" and form.is_valid():
        known, by = known_records(of), str(request.user)
        changed = replace(held.record, **from_said(form.cleaned_data, known.criteria))
        if not refuse(form, refusals(changed, known.known), FIELDS):
            try:
                new = entry("finding", id, changed, by, form.cleaned_data["reason"] or "edited")
                write(of, new, form.cleaned_data["version"])
            except ChangedMeanwhile as meanwhile:
                shown = _both(form, changed, meanwhile)
            else:
                messages.success(request, _("Saved."))
                return redirect("findings_one", of.pk, id)
    return render(
        request, "findings/edit.html", {"form": form, "id": id, **shown}, status=409 if shown else 200
    )


def _both(form: FindingForm, ours: Finding, meanwhile: ChangedMeanwhile) -> dict[str, Any]:
    """Both texts for the page; saved again, ours is written over theirs knowingly, and theirs stays in the trail."""
    now_held = meanwhile.record
    form.data = form.data.copy()
    form.data["version"] = str(now_held.version)
    return {"theirs": now_held, "differing": differences(now_held.content, to_content(ours))}


def page_of(request: HttpRequest, id: str, status: int = 200, **forms: Any) -> HttpResponse:
    """The page of a finding, with a form in it that was refused, if there is one."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    role, out = role_of(request), issued(of).get(id)
    held = one(of, "finding", Finding, id)
    finding = out[0] if role == CONTACT and out else held.record
    history = AuditJournal(of).history("finding", id) if role != CONTACT else ()
    evidence = {name: kept.record for name, kept in standing(of, "evidence", Evidence).items()}
    known = {"version": held.version}
    shown = {
        "one": finding,
        "dissent": held.record.dissent,
        "grade": dict(GRADES).get(finding.grade or ""),
        "evidence": [(name, evidence.get(name)) for name in finding.evidence],
        "history": history,
        "edited": edited_after_review(history) if history else [],
        "issued": out,
        "issued_old": bool(out) and differences(to_content(out[0]), to_content(held.record)),
        "carried": of.records.filter(kind="carried", record=id).first(),
        "grades": role in AUDITORS,
        "dissents": role in TEAM | {CONTACT},
        "leads": role == LEAD,
        "contact": role == CONTACT,
        "version": held.version,
        "grade_form": GradeForm(
            initial={**known, "grade": finding.grade, "grade_reason": finding.grade_reason}
        ),
        "review_form": ReviewForm(initial=known),
        "dissent_form": DissentForm(),
    }
    for form in forms.values():
        form.data = form.data.copy()
        form.data["version"] = str(held.version)
    return render(request, "findings/one.html", {**shown, **forms}, status=status)
