"""Sealing an audit, and verifying its last seal."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue import api
from ringtrue.api import NewEntry, RingtrueError
from ringtrue.workbench.clock import now
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import AuditJournal


def seal(request: HttpRequest, audit: str) -> HttpResponse:
    """Seal the audit as it stands; with ``?verify=1`` the check of its last seal."""
    one, found, refused = request.audit, None, ""  # type: ignore[attr-defined]
    try:
        if request.method == "POST":
            bring_together(one)
            made, at, by = api.seal(one.folder, now(), rendered=True), now(), str(request.user)
            content = {"number": made.number, "manifest": made.manifest, "key": made.key}
            entry = NewEntry(kind="seal", id=str(made.number), by=by, at=at, reason="sealed", content=content)
            AuditJournal(one).append([entry])
            messages.success(request, _("Sealed. The manifest is %s.") % made.manifest)
            return redirect("reports_seal", one.pk)
        if "verify" in request.GET:
            bring_together(one)
            found = api.verify(one.folder)
    except RingtrueError as error:
        refused = told(error)
    return render(
        request,
        "reports/seal.html",
        {"found": found, "refused": refused, "seals": AuditJournal(one).current("seal")},
    )
