"""Pages of the trail: read, filtered, checked, taken away. Nothing is ever written here."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from ringtrue.api import read_chain, read_line
from ringtrue.model.errors import JournalBroken
from ringtrue.workbench.audits.models import Audit
from ringtrue.workbench.trail.journal import AuditJournal

A_PAGE = 100


def trail(request: HttpRequest, audit: str) -> HttpResponse:
    """Every act, the latest first; by kind, person and record."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    found = of.trail.order_by("-seq")
    for name in ("kind", "by", "record"):
        if request.GET.get(name):
            found = found.filter(**{name: request.GET[name].replace("\x00", "")[:300]})
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "entries": [read_line(one.line) for one in page],
        "kinds": of.trail.order_by("kind").values_list("kind", flat=True).distinct(),
        "people": of.trail.order_by("by").values_list("by", flat=True).distinct(),
    }
    return render(request, "trail/trail.html", shown)


def trail_verify(request: HttpRequest, audit: str) -> HttpResponse:
    """Whether each line follows from the one before it, and what is shown is what the lines say."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    lines, fault, other = AuditJournal(of).lines(), "", []
    try:
        last = {(one.kind, one.id): one for one in read_chain(lines)}
    except JournalBroken as broken:
        fault = str(broken)
    else:
        now = {(one.kind, one.record): one for one in of.records.all()}
        keys = sorted(set(last) | set(now))
        other = [f"{kind} {id}" for kind, id in keys if not _same(last.get((kind, id)), now.get((kind, id)))]
    return render(request, "trail/verify.html", {"count": len(lines), "fault": fault, "other": other})


def trail_export(request: HttpRequest, audit: str) -> StreamingHttpResponse:
    """The journal as it stands in the audit folder: one line an act."""
    of: Audit = request.audit  # type: ignore[attr-defined]
    lines = (f"{line}\n" for line in of.trail.values_list("line", flat=True).iterator())
    answer = StreamingHttpResponse(lines, content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = 'attachment; filename="journal.jsonl"'
    return answer


def _same(said: object, held: object) -> bool:
    if said is None or held is None:
        return False
    return dict(said.content) == held.content and said.seq == held.version  # type: ignore[attr-defined]
