"""Answers to a request: files, a word; and what the auditors make of them."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import MethodRefused
from ringtrue.method.evidence_requests import accepted, answered, returned, with_file
from ringtrue.model.evidence_request import EvidenceRequest
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.imports.sources import Source
from ringtrue.workbench.imports.uploading import takes_files
from ringtrue.workbench.imports.views import received
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.requests.forms import AnswerForm, JudgeForm
from ringtrue.workbench.requests.records import change, seen_or_404


@takes_files
def requests_upload(request: HttpRequest, audit: str, asked: str) -> HttpResponse:
    """Hand in files for a request. Each and the request's note of it are written down together."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = seen_or_404(request, asked)
    if found.state == "accepted":
        messages.error(request, _("The request was accepted; nothing more is needed."))
        return redirect("requests_request", one.pk, found.id)

    def also(source: Source) -> None:
        change(one, found.id, partial(with_file, file=source.id), str(request.user), source.shown)

    try:
        form, taken = received(request, one, found.id, also)
    except MethodRefused as refused:
        messages.error(request, told(refused))
        return redirect("requests_request", one.pk, found.id)
    if taken:
        return redirect("requests_request", one.pk, found.id)
    return render(request, "requests/upload.html", {"form": form, "asked": found})


def requests_answer(request: HttpRequest, audit: str, asked: str) -> HttpResponse:
    """Say that everything was handed in."""
    found, form = seen_or_404(request, asked), AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data["answer"]
        return _step(request, found, partial(answered, answer=said), said or "answered")
    messages.error(request, _("The text is too long."))
    return redirect("requests_request", audit, found.id)


def requests_judge(request: HttpRequest, audit: str, asked: str) -> HttpResponse:
    """Accept an answer, or return it with what lacks."""
    found, form = seen_or_404(request, asked), JudgeForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say whether it is accepted or returned."))
        return redirect("requests_request", audit, found.id)
    reason = form.cleaned_data["reason"]
    if form.cleaned_data["step"] == "accepted":
        return _step(request, found, accepted, reason or "accepted")
    return _step(request, found, partial(returned, reason=reason), reason)


def _step(request: HttpRequest, found: EvidenceRequest, step: object, reason: str) -> HttpResponse:
    one: Audit = request.audit  # type: ignore[attr-defined]
    try:
        change(one, found.id, step, str(request.user), reason)  # type: ignore[arg-type]
    except MethodRefused as refused:
        messages.error(request, told(refused))
    return redirect("requests_request", one.pk, found.id)
