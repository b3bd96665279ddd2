"""Sources: the list, receiving one, one with its numbers, taking it out, loading all; what could not be read."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue.api import UnreadableInput, load_issues, read_about
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.imports.arriving import ArrivedFile
from ringtrue.workbench.imports.forms import TakeOutForm, UploadForm
from ringtrue.workbench.imports.paging import Window
from ringtrue.workbench.imports.sources import Also, Source, file_of, receive, sources_of, take_out
from ringtrue.workbench.imports.uploading import takes_files
from ringtrue.workbench.imports.work import kept
from ringtrue.workbench.jobs.models import Kind
from ringtrue.workbench.jobs.starting import AtWork, open_job, start
from ringtrue.workbench.pages.language import told
from ringtrue.workbench.pages.security import SANDBOX
from ringtrue.workbench.trail.journal import ChangedMeanwhile

PAGE = 100

FEW = 3
"""So many files are each told of in a line of their own."""


def imports(request: HttpRequest, audit: str) -> HttpResponse:
    """Every source with what was loaded of it, and what is to be loaded."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    loaded, there = loaded_of(one), {file.name for file in kept(one.folder)}
    rows = [{"source": source, "loaded": loaded.get(source.name)} for source in sources_of(one)]
    shown = {
        "rows": sorted((row for row in rows if row["source"].removed is None), key=_goes_well),
        "gone": [row["source"] for row in rows if row["source"].removed is not None],
        "new": sum(row["source"].removed is None and row["loaded"] is None for row in rows),
        "leaving": sum(row["source"].removed is not None and row["source"].name in there for row in rows),
        "job": open_job(one) or one.jobs.filter(kind=Kind.IMPORT).first(),
        "unknown": sorted(there - {row["source"].name for row in rows}),
    }
    return render(request, "imports/imports.html", shown)


@takes_files
def imports_upload(request: HttpRequest, audit: str) -> HttpResponse:
    """Receive files."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    form, taken = received(request, one)
    if taken:
        return redirect("imports", one.pk)
    return render(request, "imports/upload.html", {"form": form})


def received(
    request: HttpRequest, audit: Audit, asked: str | None = None, also: Also = lambda source: None
) -> tuple[UploadForm, list[Source]]:
    """The form of an upload, and the sources that were taken. Where some were and some not, the page that follows tells why."""
    if request.method != "POST":
        return UploadForm(), []
    form = UploadForm(request.POST, request.FILES)
    arrived = [one.arrived for one in request.FILES.getlist("file") if isinstance(one, ArrivedFile)]
    taken, refused = [], []
    try:
        for one in arrived if form.is_valid() else ():
            try:
                taken.append(receive(audit, one, str(request.user), form.dates, asked, also))
            except UnreadableInput as error:
                refused.append(told(error))
    finally:
        for one in arrived:
            one.path.unlink(missing_ok=True)
    if getattr(request, "too_large", False):
        form.errors.pop("file", None)
        refused.append(_("The file is larger than this workbench takes. Split the export by period."))
    _tell(request, form, taken, refused)
    return form, taken


def _tell(request: HttpRequest, form: UploadForm, taken: list[Source], refused: list[str]) -> None:
    for reason in refused:
        if taken:
            messages.error(request, reason)
        else:
            form.add_error("file", reason)
    if getattr(request, "auth", None):  # a program reads the answer, and gets no cookie of messages
        return
    if len(taken) > FEW:
        names = ", ".join(one.shown for one in taken)
        messages.success(
            request, _("%(n)s files were received and kept: %(names)s.") % {"n": len(taken), "names": names}
        )
        return
    for one in taken:
        messages.success(request, _("%s was received and kept.") % one.shown)


def imports_load(request: HttpRequest, audit: str) -> HttpResponse:
    """Load all sources, in the background."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    try:
        job = start(one, Kind.IMPORT, str(request.user))
    except AtWork as busy:
        messages.error(request, _("An import or a run is under way. Wait until it is finished."))
        return redirect("jobs_job", one.pk, busy.job.pk) if busy.job else redirect("imports", one.pk)
    return redirect("jobs_job", one.pk, job.pk)


def imports_source(request: HttpRequest, audit: str, source: str) -> HttpResponse:
    """One source: where it is from, its dates, what was loaded of it, what was assumed."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = source_or_404(one, source)
    form = TakeOutForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and found.removed is None:
        try:
            take_out(one, found, str(request.user), form.cleaned_data["reason"])
        except ChangedMeanwhile as changed:
            messages.error(request, str(changed))
        else:
            messages.success(request, _("%s is taken out with the next import.") % found.shown)
        return redirect("imports", one.pk)
    shown = {
        "source": found,
        "loaded": loaded_of(one).get(found.name),
        "form": form,
        "in_folder": found.name in {file.name for file in kept(one.folder)},
    }
    return render(request, "imports/source.html", shown)


def imports_file(request: HttpRequest, audit: str, source: str) -> HttpResponse:
    """The file as it was received, to be saved: a browser never shows it."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    found = source_or_404(one, source)
    places = [
        file_of(one, found.sha256),
        *(file.path for file in kept(one.folder) if file.name == found.name),
    ]
    place = next((path for path in places if path.is_file()), None)
    if place is None:
        raise Http404
    answer = FileResponse(
        place.open("rb"), as_attachment=True, filename=found.shown, content_type="application/octet-stream"
    )
    answer["Content-Security-Policy"] = SANDBOX
    return answer


def imports_issues(request: HttpRequest, audit: str) -> HttpResponse:
    """What could not be read, or looks wrong: file, row, column, value, what was expected."""
    one: Audit = request.audit  # type: ignore[attr-defined]
    file, kind = request.GET.get("file", ""), request.GET.get("kind", "")
    window = Window(lambda first, most: load_issues(one.folder, file or None, kind or None, first, most))
    shown = {
        "page": Paginator(window, PAGE).get_page(request.GET.get("page")),
        "file": file,
        "kind": kind,
        "files": sorted(loaded_of(one)),
        "kinds": KINDS,
        "total": window.total,
    }
    return render(request, "imports/issues.html", shown)


KINDS = (
    "malformed",
    "missing",
    "unreadable",
    "unknown_value",
    "duplicate_id",
    "dangling_reference",
    "nonexistent_time",
    "implausible",
)


def _goes_well(row: dict[str, Any]) -> bool:
    """What needs somebody's hand comes first."""
    return not (row["loaded"] or {}).get("error")


def source_or_404(audit: Audit, id: str) -> Source:
    """The source of this audit with that id."""
    for one in sources_of(audit):
        if one.id == id:
            return one
    raise Http404


def loaded_of(audit: Audit) -> dict[str, dict[str, Any]]:
    """What the last import says of each source, by its name."""
    if not (audit.folder.tables / "tables.json").exists():
        return {}
    told = read_about(audit.folder.tables)["sources"]
    return {one["file"]: {**one, "accounted": one["rows"] == one["loaded"] + one["rejected"]} for one in told}
