"""The leads of a run, and one of them."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ringtrue.api import LeadLine, OneLead, interviewed_roles, overview
from ringtrue.workbench.leads.forms import DispositionForm, FilterForm
from ringtrue.workbench.leads.records import disposition_version, dispositions, explanations
from ringtrue.workbench.leads.runs import drawings, lead_or_404, lines_of, run_of
from ringtrue.workbench.pages.language import language
from ringtrue.workbench.trail.journal import AuditJournal

A_PAGE = 25


def leads(request: HttpRequest, audit: str) -> HttpResponse:
    """The six questions, services by questions, the clauses, and the list of leads, filtered."""
    one = request.audit  # type: ignore[attr-defined]
    found = run_of(request)
    if found is None:
        return render(request, "leads/none.html")
    results, _place = found
    lines, decided = lines_of(results), dispositions(one)
    seen = overview(results, AuditJournal(one).entries(), language())
    form = FilterForm(request.GET, choices=_choices(lines, seen))
    kept = [line for line in lines if _wanted(line, form, decided)]
    page = Paginator(kept, A_PAGE).get_page(request.GET.get("page"))
    shown = [(line, decided.get(line.id)) for line in page]
    runs = sorted(file.parent.name for file in one.folder.runs.glob("*/results.json"))
    context = {
        "seen": seen,
        "matrices": _matrices(seen),
        "form": form,
        "page": page,
        "leads": shown,
        "results": results,
        "runs": runs,
        "all": len(lines),
    }
    return render(request, "leads/leads.html", context)


def lead(request: HttpRequest, audit: str, lead: str) -> HttpResponse:
    """One lead: what was seen, how sure it is, what else could explain it, whom to ask what, what became of it."""
    one = request.audit  # type: ignore[attr-defined]
    found, results, place = lead_or_404(request, lead)
    decided = dispositions(one).get(found.line.id)
    form = DispositionForm(initial={"version": disposition_version(one, found.line.id)})
    context = {
        "found": found,
        "line": found.line,
        "results": results,
        "figures": drawings(found, place),
        "checks": explanations(one, found),
        "asks": _asks(request, found),
        "decided": decided,
        "history": AuditJournal(one).history("disposition", found.line.id),
        "form": form,
    }
    return render(request, "leads/lead.html", context)


def _matrices(seen: Any) -> list[tuple[Any, list[list[tuple[Any, str]]]]]:
    """The tables of services by questions; beside each cell the question that its column is about, for the link to its leads."""
    questions = ["", *(card.id for card in seen.questions)]
    tables = (seen.services.first, seen.services.others) if seen.services else ()
    return [
        (table, [list(zip(row, questions, strict=False)) for row in table.rows])
        for table in tables
        if table is not None
    ]


def _asks(request: HttpRequest, found: OneLead) -> list[tuple[str, tuple[str, ...], str]]:
    """Whom to ask what, each with the address of an interview in that role about that service."""
    audit, known = request.audit, interviewed_roles()  # type: ignore[attr-defined]
    roles = dict.fromkeys(question.role for question in found.line.lead.ask)
    where = reverse("interviews_new", args=[audit.pk])
    service = found.line.lead.service or ""
    return [
        (
            words,
            questions,
            f"{where}?{urlencode({'role': role, 'service': service})}" if role in known else "",
        )
        for role, (words, questions) in zip(roles, found.advice.ask, strict=False)
    ]


def _choices(lines: tuple[LeadLine, ...], seen: Any) -> dict[str, list[tuple[str, str]]]:
    return {
        "question": [(card.id, card.question) for card in seen.questions],
        "service": [(one, one) for one in sorted({line.service for line in lines if line.service})],
        "clause": [(one, one) for one in sorted({clause for line in lines for clause in line.clauses})],
        "procedure": sorted({(line.procedure, line.title) for line in lines}),
    }


def _wanted(line: LeadLine, form: FilterForm, decided: dict[str, Any]) -> bool:
    """Whether a lead is among those asked for; a value that is no choice asks for nothing that there is."""
    if not form.is_valid():
        return False
    said = form.cleaned_data
    outcome = decided[line.id].outcome if line.id in decided else "none"
    text = said["text"].casefold()
    return (
        said["question"] in ("", line.question)
        and said["service"] in ("", line.service)
        and said["procedure"] in ("", line.procedure)
        and (not said["clause"] or said["clause"] in line.clauses)
        and said["disposition"] in ("", outcome)
        and (not text or text in f"{line.id} {line.statement} {line.about} {line.title}".casefold())
    )
