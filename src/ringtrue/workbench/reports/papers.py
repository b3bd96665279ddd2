"""Papers: written to be filled in, handed out, and read back."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue import api
from ringtrue.api import Journal, RingtrueError
from ringtrue.workbench.clock import now
from ringtrue.workbench.reports.files import handed_out, listed
from ringtrue.workbench.reports.forms import PaperForm, UploadForm
from ringtrue.workbench.reports.uploads import held
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import ChangedMeanwhile
from ringtrue.workbench.trail.watched import WatchedJournal


def papers(request: HttpRequest, audit: str) -> HttpResponseBase:
    """The papers that were written, a form to write one, and one to read one back."""
    one = request.audit  # type: ignore[attr-defined]
    form = PaperForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        options = {"role": said["role"]} if said["role"] else {}
        try:
            bring_together(one)
            api.paper(one.folder, said["kind"], (), said["language"], options)
            return redirect("reports_papers", one.pk)
        except RingtrueError as refused:
            form.add_error(None, str(refused))
    context = {"form": form, "upload": UploadForm(ending=".xlsx"), "files": listed(one.folder.papers)}
    return render(request, "reports/papers.html", context)


def file(request: HttpRequest, audit: str, name: str) -> HttpResponseBase:
    """A paper, as an attachment."""
    return handed_out(request.audit.folder.papers, name)  # type: ignore[attr-defined]


def record(request: HttpRequest, audit: str) -> HttpResponseBase:
    """Read a filled paper back: what is right is recorded, what is wrong is told by sheet, row and column."""
    one = request.audit  # type: ignore[attr-defined]
    form = UploadForm(request.POST, request.FILES, ending=".xlsx")
    read, refused = None, ""
    if form.is_valid():
        journal = cast(Journal, WatchedJournal(one))
        try:
            with held(form.cleaned_data["file"], "paper.xlsx") as place:
                read = api.record(one.folder, place, str(request.user), now(), journal)
        except RingtrueError as error:
            refused = str(error)
        except ChangedMeanwhile as changed:
            refused = _("%s. Nothing was recorded; read the paper again.") % changed
    if read and not read.problems:
        messages.success(request, _("%s records were taken in.") % len(read.added))
        return redirect("reports_papers", one.pk)
    return render(request, "reports/read.html", {"form": form, "read": read, "refused": refused})
