"""A run as an outline: every sentence and number of a report, in the order of reading, for any format to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ringtrue.method.clause_matrix import current_contents
from ringtrue.model.entry import Entry
from ringtrue.model.result import Results
from ringtrue.reports.parts import (
    Conformity,
    Findings,
    Matrix,
    Procedures,
    QuestionCard,
    QuestionLeads,
    Samples,
    Silence,
    Sources,
    Table,
    Term,
    TitlePage,
)
from ringtrue.reports.sections import clauses, front, leads, silence, tables
from ringtrue.reports.sections import findings as found
from ringtrue.reports.sections import samples as sampled
from ringtrue.reports.sections.planned import planned
from ringtrue.reports.words import GLOSSARY, METHOD
from ringtrue.reports.working_papers import RunFolder

NEXT_LINES = 8
"""Leads named on the first page after the first of them."""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """A report without its form."""

    language: str
    title: TitlePage
    planned: tuple[Term, ...]
    questions: tuple[QuestionCard, ...]
    next_leads: tuple[tuple[Term, str], ...]
    more_leads: int
    services: Matrix | None
    judged: str
    results: Table
    leads: tuple[QuestionLeads, ...]
    findings: Findings | None
    samples: Samples | None
    silence: Silence
    conformity: Conformity
    facts: Table | None
    sources: Sources
    procedures: Procedures
    method: tuple[Term, ...]
    glossary: tuple[Term, ...]


def outline(results: Results, run: RunFolder, entries: Sequence[Entry] = ()) -> Outline:
    """The outline of a run. ``run`` gives records, SQL and charts; what it does not hold is said to be missing.

    ``entries`` are those of the audit's journal: what people sampled, asked and found.
    """
    told, by_result = front.judged(results)
    lines, more = leads.next_leads(results, NEXT_LINES)
    return Outline(
        language="en",
        title=front.title_page(results),
        planned=planned(_contents(entries)),
        questions=front.question_cards(results),
        next_leads=lines,
        more_leads=more,
        services=front.service_matrix(results),
        judged=told,
        results=by_result,
        leads=leads.question_leads(results, run),
        findings=found.findings(_contents(entries), results),
        samples=sampled.samples(_contents(entries)),
        silence=silence.silence(results, run),
        conformity=clauses.conformity(results, entries),
        facts=tables.facts(results),
        sources=tables.sources(results, run),
        procedures=tables.procedures(results, run),
        method=tuple(Term(name=name, text=text) for name, text in METHOD),
        glossary=tuple(Term(name=name, text=text) for name, text in GLOSSARY),
    )


def _contents(entries: Sequence[Entry]) -> dict[str, list[Mapping[str, Any]]]:
    """The current contents of the journal, by kind."""
    current = current_contents(entries)
    return {kind: list(records.values()) for kind, records in current.items()}
