"""What people do with a lead: check its explanations, say what became of it."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from ringtrue.api import Journal, MethodRefused, NewEntry, dispose
from ringtrue.model.entry import to_content
from ringtrue.model.errors import RingtrueError
from ringtrue.model.explanation import ExplanationCheck
from ringtrue.workbench.clock import now
from ringtrue.workbench.leads.forms import DispositionForm, ExplanationForm
from ringtrue.workbench.leads.records import explanation_id
from ringtrue.workbench.leads.runs import lead_or_404
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile
from ringtrue.workbench.trail.watched import WatchedJournal


def disposition(request: HttpRequest, audit: str, lead: str) -> HttpResponse:
    """Say what became of a lead, by the rules of the method."""
    one = request.audit  # type: ignore[attr-defined]
    found, _results, _place = lead_or_404(request, lead)
    form = DispositionForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose what becomes of the lead, and say why."))
        return _back(request, lead)
    said, journal = form.cleaned_data, WatchedJournal(one)
    journal.seen[("disposition", found.line.id)] = said["version"]
    try:
        told = (said["outcome"], said["reason"], str(request.user), now())
        dispose(one.folder, found.line.id, *told, journal=cast(Journal, journal))
        messages.success(request, _("Recorded."))
    except (RingtrueError, MethodRefused) as refused:
        messages.error(request, told(refused))
    except ChangedMeanwhile as changed:
        messages.error(request, _changed(changed, said["reason"]))
    return _back(request, lead)


def explanation(request: HttpRequest, audit: str, lead: str) -> HttpResponse:
    """Say whether an explanation holds."""
    one = request.audit  # type: ignore[attr-defined]
    found, results, _place = lead_or_404(request, lead)
    form = ExplanationForm(request.POST)
    if not form.is_valid() or form.cleaned_data["number"] > len(found.advice.explanations):
        raise Http404
    said, by = form.cleaned_data, str(request.user)
    id = explanation_id(found, said["number"])
    check = ExplanationCheck(
        lead=found.line.id,
        explanation=found.advice.explanations[said["number"] - 1],
        outcome=said["outcome"],
        note=said["note"],
        by=by,
        run=results.run,
    )
    content = to_content(check)
    entry = NewEntry(
        kind="explanation", id=id, by=by, at=now(), reason="the explanation was checked", content=content
    )
    try:
        AuditJournal(one).append([entry], {("explanation", id): said["version"]})
    except ChangedMeanwhile as changed:
        messages.error(request, _changed(changed, said["note"]))
    return _back(request, lead, "#explanations")


def _changed(changed: ChangedMeanwhile, own: str) -> str:
    said: dict[str, Any] = {
        "who": changed.record.by,
        "at": changed.record.at,
        "theirs": changed.record.content.get("reason") or changed.record.content.get("note") or "–",
        "own": own or "–",
    }
    return (
        _(
            "%(who)s changed this at %(at)s, after you had opened it. It now says: %(theirs)s. You wrote: %(own)s. Nothing was overwritten."
        )
        % said
    )


def _back(request: HttpRequest, lead: str, place: str = "") -> HttpResponse:
    url = reverse("leads_lead", args=[request.audit.pk, lead])  # type: ignore[attr-defined]
    return redirect(url + place)
