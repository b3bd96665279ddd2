"""Pages of evidence."""

from dataclasses import replace

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import kept_evidence
from ringtrue.method.findings.evidence import evidence_refusals
from ringtrue.model.errors import EvidenceRefused
from ringtrue.model.evidence import Evidence
from ringtrue.workbench.access.roles import TEAM
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.evidence.adding import add, evidence_of, refusals_of
from ringtrue.workbench.evidence.forms import FIELDS, OBTAINED, EvidenceForm, VerifyForm
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.pages.security import SANDBOX
from ringtrue.workbench.trail.desk import entry, one, standing, write
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from ringtrue.workbench.trail.known import refuse

A_PAGE = 50


def evidence(request: HttpRequest, audit: str) -> HttpResponse:
    """All evidence, filtered by words and by whether it was verified."""
    words, only = request.GET.get("q", "").strip().casefold(), request.GET.get("verified", "")
    found = [
        held.record
        for held in standing(request.audit, "evidence", Evidence).values()  # type: ignore[attr-defined]
        if _fits(held.record, words, only)
    ]
    page = Paginator(found[::-1], A_PAGE).get_page(request.GET.get("page"))
    return render(
        request, "evidence/evidence.html", {"page": page, "may": _may(request), "obtained": dict(OBTAINED)}
    )


def evidence_new(request: HttpRequest, audit: str) -> HttpResponse:
    """Add a piece of evidence."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    form = EvidenceForm(request.POST or None, request.FILES or None, initial=_proposed(request))
    if request.method == "POST" and form.is_valid():
        made = evidence_of(form.cleaned_data, str(request.user))
        if not refuse(form, refusals_of(of, made), {**FIELDS, "lead": "lead"}):
            try:
                id = add(of, made, form.cleaned_data["file"], str(request.user))
            except EvidenceRefused as refused:
                form.add_error("file", told(refused))
            else:
                messages.success(request, _("Evidence %s was added.") % id)
                return redirect("evidence_one", of.pk, id)
    return render(request, "evidence/new.html", {"form": form})


def evidence_one(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """One piece of evidence, with what was done to it."""
    held = one(request.audit, "evidence", Evidence, id)  # type: ignore[attr-defined]
    return _page(request, id, VerifyForm(initial={"version": held.version}))


def evidence_verify(request: HttpRequest, audit: str, id: str) -> HttpResponse:
    """Say that one compared it with its origin."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    held, by, form = one(of, "evidence", Evidence, id), str(request.user), VerifyForm(request.POST)
    if form.is_valid():
        verified = replace(held.record, verified_by=by, verified_at=now())
        if not refuse(form, evidence_refusals(verified), {}):
            try:
                new = entry("evidence", id, verified, by, f"verified: {form.cleaned_data['compared']}")
                write(of, new, form.cleaned_data["version"])
            except ChangedMeanwhile as changed:
                form.add_error(None, _("%s changed it meanwhile. Look at it again.") % changed.record.by)
            else:
                messages.success(request, _("Verified."))
                return redirect("evidence_one", of.pk, id)
    return _page(request, id, form)


def evidence_file(request: HttpRequest, audit: str, id: str) -> HttpResponseBase:
    """The content of evidence, as a download and never as a page."""
    held = one(request.audit, "evidence", Evidence, id)  # type: ignore[attr-defined]
    if not (held.record.file and held.record.sha256):
        raise Http404
    path = kept_evidence(request.audit.folder, held.record.sha256)  # type: ignore[attr-defined]
    if path.is_symlink() or not path.is_file():
        raise Http404
    name, kind = held.record.file, "application/octet-stream"
    answer = FileResponse(path.open("rb"), as_attachment=True, filename=name, content_type=kind)
    answer.headers["Content-Security-Policy"] = SANDBOX
    return answer


def _page(request: HttpRequest, id: str, form: VerifyForm) -> HttpResponse:
    of: Audit = request.audit  # type: ignore[attr-defined]
    held = one(of, "evidence", Evidence, id)
    if form.is_bound:
        form.data = form.data.copy()
        form.data["version"] = str(held.version)
    shown = {
        "one": held.record,
        "obtained": dict(OBTAINED).get(held.record.obtained, ""),
        "history": AuditJournal(of).history("evidence", id),
        "form": form,
        "may": _may(request) and not held.record.is_verified,
    }
    return render(request, "evidence/one.html", shown, status=400 if form.errors else 200)


def _may(request: HttpRequest) -> bool:
    return getattr(request.membership, "role", "") in TEAM  # type: ignore[attr-defined]


def _proposed(request: HttpRequest) -> dict[str, str]:
    """What the page from which one comes says already: a lead, a record, a row of a source."""
    names = ("lead", "record", "source_file", "source_row", "obtained")
    return {name: request.GET[name] for name in names if name in request.GET}


def _fits(one: Evidence, words: str, only: str) -> bool:
    text = " ".join(filter(None, (one.id, one.shows, one.place, one.record, one.file, one.lead))).casefold()
    return words in text and (only not in ("yes", "no") or one.is_verified == (only == "yes"))
