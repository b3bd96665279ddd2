"""Leads of a run, filtered and by pages; one of them."""

from typing import Any

from ninja import Query, Router

from ringtrue.workbench.leads.records import dispositions
from ringtrue.workbench.leads.runs import lead_or_404, lines_of, run_of
from ringtrue.workbench.machines.errors import only_known
from ringtrue.workbench.machines.schemas import AskedLeads, AskedRun, LeadsTold, LeadWhole

router = Router(tags=["leads"])


@router.get("/audits/{audit}/leads", response=LeadsTold, url_name="machines_leads")
def leads(request: Any, audit: str, asked: Query[AskedLeads]) -> Any:
    """The leads, in the order in which they are to be looked at. Before the first run there is none."""
    only_known(request, asked)
    found = run_of(request)
    decided = dispositions(request.audit)
    kept = [one for one in (lines_of(found[0]) if found else ()) if _wanted(one, asked, decided)]
    first = (asked.page - 1) * asked.size
    return {
        "run": found[0].run if found else None,
        "total": len(kept),
        "page": asked.page,
        "size": asked.size,
        "items": [_told(one, decided) for one in kept[first : first + asked.size]],
    }


@router.get("/audits/{audit}/leads/{lead}", response=LeadWhole, url_name="machines_lead")
def lead(request: Any, audit: str, lead: str, asked: Query[AskedRun]) -> Any:
    """One lead, by its name in the list."""
    only_known(request, asked)
    found, _results, _place = lead_or_404(request, lead)
    advice = found.advice
    return {
        **_told(found.line, dispositions(request.audit)),
        "judged": found.judged,
        "explanations": list(advice.explanations),
        "disproof": advice.disproof,
        "ask": {role: list(questions) for role, questions in advice.ask},
    }


def _wanted(line: Any, asked: AskedLeads, decided: dict[str, Any]) -> bool:
    outcome = decided[line.id].outcome if line.id in decided else "none"
    text = asked.text.casefold()
    return (
        asked.question in ("", line.question)
        and asked.service in ("", line.service)
        and asked.procedure in ("", line.procedure)
        and (not asked.clause or asked.clause in line.clauses)
        and asked.disposition in ("", outcome)
        and text in f"{line.id} {line.statement} {line.about} {line.title}".casefold()
    )


def _told(line: Any, decided: dict[str, Any]) -> dict[str, Any]:
    lead, bounds = line.lead, line.lead.bounds
    names = ("name", "id", "statement", "about", "service", "question", "procedure", "title")
    return {
        **{name: getattr(line, name) for name in names},
        "clauses": list(line.clauses),
        "n": lead.n,
        "deviations": lead.deviations,
        "estimate": lead.estimate,
        "bounds": list(bounds) if bounds else None,
        "records": lead.records,
        "disposition": decided[line.id].outcome if line.id in decided else None,
    }
