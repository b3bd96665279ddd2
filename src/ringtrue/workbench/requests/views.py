"""The list of requests, a new one, one of them, its workbook."""

import tempfile
from datetime import date
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ringtrue.api import WrongUse
from ringtrue.api import request as write_workbook
from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.imports.sources import Source, sources_of
from ringtrue.workbench.requests.forms import AnswerForm, RequestForm
from ringtrue.workbench.requests.records import add, requests_seen, seen_or_404
from ringtrue.workbench.trail.journal import AuditJournal

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def requests(request: HttpRequest, audit: str) -> HttpResponse:
    """The requests that a person may see, those that wait first."""
    today = date.today().isoformat()
    rows = [
        {"one": one, "late": one.is_waiting and bool(one.due_on) and str(one.due_on) < today}
        for one in sorted(requests_seen(request), key=lambda one: not one.is_waiting)
    ]
    return render(request, "requests/requests.html", {"rows": rows})


def requests_new(request: HttpRequest, audit: str) -> HttpResponse:
    """Ask for something."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    form = RequestForm(request.POST or None, audit=one)
    if request.method == "POST" and form.is_valid():
        made = add(one, form.told, str(request.user))
        messages.success(request, _("Asked. The auditee's contacts see it here."))
        return redirect("requests_request", one.pk, made.id)
    return render(request, "requests/new.html", {"form": form})


def requests_request(request: HttpRequest, audit: str, asked: str) -> HttpResponse:
    """One request: what is asked, what was handed in, what came of it."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = seen_or_404(request, asked)
    shown = {
        "asked": found,
        "files": files_of(one, found),
        "history": AuditJournal(one).history("request", found.id),
        "answer": AnswerForm(),
    }
    return render(request, "requests/request.html", shown)


def requests_workbook(request: HttpRequest, audit: str, asked: str) -> HttpResponse:
    """The workbook that tells the auditee column by column what is wanted, to be filled in."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = seen_or_404(request, asked)
    with tempfile.TemporaryDirectory(prefix="ringtrue-") as work:
        place = Path(work) / "request.xlsx"
        language = (get_language() or "en")[:2]
        try:
            write_workbook(place, one.folder, found.tables, language)
        except WrongUse:  # nothing was run yet, or nothing is waited for: everything that could help
            write_workbook(place, None, (), language)
        return FileResponse(
            place.open("rb"), as_attachment=True, filename=f"request-{found.id}.xlsx", content_type=XLSX
        )


def files_of(audit: Audit, asked: EvidenceRequest) -> list[Source]:
    """The files that were handed in for a request."""
    return [one for one in sources_of(audit) if one.id in asked.files]
