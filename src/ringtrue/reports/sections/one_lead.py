"""One lead by itself, for a page of its own: all that a report says of it and of its claim, without its records."""

from dataclasses import dataclass

from ringtrue.model.result import Lead, ProcedureResult, Results
from ringtrue.reports.names import object_name, safe_name, service_names
from ringtrue.reports.parts import Advice, Figure, Term
from ringtrue.reports.sections.figures import figure
from ringtrue.reports.sections.lead_numbers import lead_numbers
from ringtrue.reports.sections.leads import advice_of, judged_sentence, own_charts
from ringtrue.reports.statements import stated
from ringtrue.reports.text import plain, shown_sql
from ringtrue.reports.weight import in_order
from ringtrue.reports.working_papers import RunFolder


@dataclass(frozen=True, kw_only=True)
class LeadLine:
    """A lead in a list. ``name`` is safe in addresses and names no other lead of the run."""

    name: str
    id: str
    statement: str
    about: str
    service: str
    question: str
    procedure: str
    title: str
    clauses: tuple[str, ...]
    lead: Lead


@dataclass(frozen=True, kw_only=True)
class OneLead:
    """A lead with its claim, its numbers, its charts, and what to check and ask."""

    line: LeadLine
    claim: ProcedureResult
    judged: str
    numbers: tuple[Term, ...]
    figures: tuple[Figure, ...]
    advice: Advice
    sql: str | None


def lead_lines(results: Results) -> tuple[LeadLine, ...]:
    """Every lead of a run in the order in which they are to be looked at."""
    names = service_names(results)
    claim = {lead.id: one for one in results.procedures for lead in one.leads}
    return tuple(_line(lead, claim[lead.id], names) for lead in in_order(results))


def one_lead(results: Results, run: RunFolder, name: str) -> OneLead | None:
    """The lead of that safe name; None where the run has none."""
    line = next((one for one in lead_lines(results) if one.name == name), None)
    if line is None:
        return None
    claim = next(one for one in results.procedures if one.id == line.procedure)
    charts = run.charts()
    own = own_charts(charts, claim.id, line.id) or own_charts(charts, claim.id, None)
    return OneLead(
        line=line,
        claim=claim,
        judged=judged_sentence(claim),
        numbers=lead_numbers(claim, line.lead),
        figures=tuple(map(figure, own)),
        advice=advice_of(line.lead, claim.disproof),
        sql=shown_sql(run.sql(claim.id)),
    )


def _line(lead: Lead, claim: ProcedureResult, names: dict[str, str]) -> LeadLine:
    return LeadLine(
        name=safe_name(lead.id),
        id=lead.id,
        statement=stated(lead, names),
        about=object_name(lead, names),
        service=names.get(lead.service or "", plain(lead.service or "", 80)),
        question=claim.question,
        procedure=claim.id,
        title=plain(claim.title, 300),
        clauses=claim.clauses,
        lead=lead,
    )
