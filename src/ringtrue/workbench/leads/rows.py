"""Rows behind a lead, and those that a claim judged, a page at a time."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ringtrue.api import AskedRows, Rows, claim_rows, lead_rows
from ringtrue.workbench.leads.forms import RowsForm
from ringtrue.workbench.leads.runs import lead_or_404, run_or_404

A_PAGE = 50


def behind(request: HttpRequest, audit: str, lead: str) -> HttpResponse:
    """The rows behind a lead."""
    found, _results, place = lead_or_404(request, lead)
    form, asked = _asked(request)
    rows = lead_rows(place, found.line.id, asked)
    context = {"heading": found.line.statement, "line": found.line, "claim": found.claim}
    return _shown(request, rows, asked, form, context)


def claim(request: HttpRequest, audit: str, procedure: str) -> HttpResponse:
    """Every row that a claim judged."""
    results, place = run_or_404(request)
    found = next((one for one in results.procedures if one.id == procedure), None)
    if found is None:
        raise Http404
    form, asked = _asked(request)
    rows = claim_rows(place, found.id, asked)
    return _shown(request, rows, asked, form, {"heading": found.title, "claim": found, "verdicts": True})


def _asked(request: HttpRequest) -> tuple[RowsForm, AskedRows]:
    form = RowsForm(request.GET)
    if not form.is_valid():
        raise Http404
    said = form.cleaned_data
    return form, AskedRows(verdict=said["verdict"], text=said["text"], page=said["page"] or 1, size=A_PAGE)


def _shown(
    request: HttpRequest, rows: Rows, asked: AskedRows, form: RowsForm, context: dict[str, Any]
) -> HttpResponse:
    pages = max(-(-rows.total // A_PAGE), 1)
    query = request.GET.copy()
    query.pop("page", None)
    turning = {
        "number": asked.page,
        "pages": pages,
        "before": asked.page - 1 if asked.page > 1 else None,
        "next": asked.page + 1 if asked.page < pages else None,
        "query": query.urlencode(),
    }
    ours = [place for place, name in enumerate(rows.columns) if name in ("verdict", "reason")]
    shown = {**context, "rows": rows, "form": form, "turning": turning, "told_columns": ours}
    return render(request, "leads/rows.html", shown)
