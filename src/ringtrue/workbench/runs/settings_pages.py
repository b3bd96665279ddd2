"""Settings of procedures: what they are, on what ground, and changed in a form that writes the audit's file."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import NewEntry, RingtrueError, change_settings, listed
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.clock import now
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.runs.forms import SettingsForm
from ringtrue.workbench.trail.journal import AuditJournal, ChangedMeanwhile

KIND = "settings"


def runs_settings(request: HttpRequest, audit: str) -> HttpResponse:
    """Every procedure with its settings; those that this audit changed first."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    own = one.folder.audit().procedures
    rows = [
        {"id": procedure["id"], "title": procedure["title"], "settings": _rows(procedure, own)}
        for procedure in listed("procedures")
        if procedure["settings"]
    ]
    rows.sort(key=lambda row: (row["id"] not in own, row["id"]))
    return render(request, "runs/settings.html", {"rows": rows})


def runs_settings_of(request: HttpRequest, audit: str, procedure: str) -> HttpResponse:
    """The settings of one procedure, in a form."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = next((each for each in listed("procedures") if each["id"] == procedure), None)
    if found is None or not found["settings"]:
        raise Http404
    version = _version(one, procedure)
    form = SettingsForm(
        request.POST or None,
        settings=found["settings"],
        own=one.folder.audit().procedures.get(procedure, {}),
        version=version,
    )
    if request.method == "POST" and form.is_valid():
        try:
            _write(one, procedure, form.changed, form.cleaned_data, str(request.user))
        except (RingtrueError, ChangedMeanwhile) as error:
            form.add_error(None, told(error))
        else:
            messages.success(
                request, _("Saved. It holds from the next run on; earlier runs stay as they are.")
            )
            return redirect("runs_settings", one.pk)
    return render(request, "runs/settings_of.html", {"form": form, "procedure": found})


def _write(audit: Audit, procedure: str, values: dict[str, Any], said: dict[str, Any], by: str) -> None:
    """The trail and the file together: where the file cannot be written, the trail has nothing of it."""
    entry = NewEntry(
        kind=KIND, id=procedure, by=by, at=now(), reason=said["reason"], content={"values": values}
    )
    with transaction.atomic():
        AuditJournal(audit).append([entry], {(KIND, procedure): said["version"]})
        change_settings(audit.folder, procedure, values)


def _version(audit: Audit, procedure: str) -> int:
    found = audit.records.filter(kind=KIND, record=procedure).values_list("version", flat=True).first()
    return found or 0


def _rows(procedure: dict[str, Any], own: Any) -> list[dict[str, Any]]:
    mine = own.get(procedure["id"], {})
    return [
        {**one, "now": mine.get(one["name"], one["value"]), "changed": one["name"] in mine}
        for one in procedure["settings"]
    ]
