"""Papers: written to be filled in, handed out, and read back."""

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ringtrue import api
from ringtrue.api import Journal, RingtrueError, interviewed_roles, tested_roles
from ringtrue.workbench.access.roles import TEAM
from ringtrue.workbench.clock import now
from ringtrue.workbench.interviews.scope import scope_of
from ringtrue.workbench.pages.language import language, told
from ringtrue.workbench.reports.files import handed_out, listed
from ringtrue.workbench.reports.forms import PAPERS, Choices, PaperForm, UploadForm
from ringtrue.workbench.reports.uploads import held
from ringtrue.workbench.trail.folder import bring_together
from ringtrue.workbench.trail.journal import ChangedMeanwhile
from ringtrue.workbench.trail.watched import WatchedJournal


def papers(request: HttpRequest, audit: str) -> HttpResponseBase:
    """The papers that were written, the kinds there are, a form for the one chosen, and one to read a paper back."""
    one = request.audit  # type: ignore[attr-defined]
    known = {paper["id"]: PAPERS.get(paper["id"], paper["title"]) for paper in api.listed("papers")}
    kind = request.POST.get("kind") or request.GET.get("kind") or ""
    if kind and kind not in known:
        raise Http404
    form = PaperForm(
        request.POST or None, kind=kind, choices=_choices(request, kind), initial={"language": language()}
    )
    if request.method == "POST" and kind and form.is_valid():
        try:
            bring_together(one)
            made = api.paper(one.folder, kind, (), form.cleaned_data["language"], form.options)
            messages.success(request, _("Written: %s") % ", ".join(place.name for place in made))
            return redirect("reports_papers", one.pk)
        except RingtrueError as refused:
            form.add_error(None, told(refused))
    context = {
        "form": form if kind else None,
        "kind": kind,
        "words": known.get(kind),
        "kinds": known.items(),
        "upload": UploadForm(ending=".xlsx"),
        "files": listed(one.folder.papers),
    }
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
            refused = told(error)
        except ChangedMeanwhile as changed:
            refused = _("%s. Nothing was recorded; read the paper again.") % changed
    if read and not read.problems:
        messages.success(request, _("%s records were taken in.") % len(read.added))
        return redirect("reports_papers", one.pk)
    return render(request, "reports/read.html", {"form": form, "read": read, "refused": refused})


def _choices(request: HttpRequest, kind: str) -> dict[str, Choices]:
    """What a paper of that kind can be about in this audit."""
    one = request.audit  # type: ignore[attr-defined]
    roles = tested_roles(language()) if kind == "self-test" else interviewed_roles(language())
    graded = one.records.filter(kind="finding", content__grade__in=("minor_nc", "major_nc"))
    team = one.memberships.filter(left_at=None, role__in=TEAM).select_related("person")
    return {
        "role": list(roles.items()),
        "service": list(scope_of(request).services.items()) if kind == "interview" else (),
        "finding": [(id, id) for id in graded.values_list("record", flat=True)],
        "sample": [(id, id) for id in one.records.filter(kind="sample").values_list("record", flat=True)],
        "rater": [(str(member.person), str(member.person)) for member in team],
    }
