"""The run that a page is about, read once and kept in mind while its file is the same."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.safestring import SafeString, mark_safe

from ringtrue.api import AuditFolder, LeadLine, OneLead, chart_svg, lead_lines, one_lead, results_of
from ringtrue.workbench.pages.language import language


def run_of(request: HttpRequest) -> tuple[Any, Path] | None:
    """The results and the folder of the run that ``?run=`` names, else of the last; None before the first. 404 for one that is not there."""
    folder: AuditFolder = request.audit.folder  # type: ignore[attr-defined]
    named = request.GET.get("run") or request.POST.get("run") or ""
    places = {one.parent.name: one for one in folder.runs.glob("*/results.json")}
    if named and named not in places:
        raise Http404
    chosen = places.get(named) or max(places.values(), key=lambda one: one.stat().st_mtime_ns, default=None)
    if chosen is None:
        return None
    found = _read(str(folder.path), chosen.parent.name, chosen.stat().st_mtime_ns)
    return found if found else None


def run_or_404(request: HttpRequest) -> tuple[Any, Path]:
    """The same, for pages that are about something in a run."""
    found = run_of(request)
    if found is None:
        raise Http404
    return found


def lead_or_404(request: HttpRequest, name: str) -> tuple[OneLead, Any, Path]:
    """The lead of that name in the run."""
    results, place = run_or_404(request)
    found = one_lead(results, place, name, language())
    if found is None:
        raise Http404
    return found, results, place


def lines_of(results: Any) -> tuple[LeadLine, ...]:
    """The leads of a run in their order, in the language of the page."""
    return lead_lines(results, language())


def drawings(found: OneLead, place: Path) -> list[tuple[Any, SafeString]]:
    """The figures of a lead, each with its drawing, in which all text is escaped already."""
    stamp = (place / "results.json").stat().st_mtime_ns
    return [
        (figure, mark_safe(_drawn(str(place), stamp, found.line.name, number, language(), _Held(figure))))
        for number, figure in enumerate(found.figures, 1)
    ]


class _Held:
    """A figure that is drawn once for each run, lead, number and language: it does not count when two calls are compared."""

    def __init__(self, figure: Any) -> None:
        self.figure = figure

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)


@lru_cache(maxsize=256)
def _drawn(place: str, stamp: int, lead: str, number: int, language: str, held: _Held) -> str:
    return chart_svg(held.figure.chart, f"chart-{number}-", language, held.figure.words or None)


@lru_cache(maxsize=8)
def _read(folder: str, run: str, stamp: int) -> tuple[Any, Path] | None:
    return results_of(AuditFolder(Path(folder)), run)
