"""Leads by question and procedure: the heaviest in full, the others in a table with the same numbers."""

from collections.abc import Iterable, Iterator, Sequence

from ringtrue.model.chart import Chart
from ringtrue.model.result import QUESTIONS, Lead, ProcedureResult, Results
from ringtrue.reports.names import items, lead_anchor, object_name, rows_file, service_names, spaced
from ringtrue.reports.numbers import amount, bounded, count, in_words, plural, share
from ringtrue.reports.parts import (
    Advice,
    Cell,
    Column,
    LeadBlock,
    ProcedureBlock,
    QuestionLeads,
    Said,
    Table,
    Term,
)
from ringtrue.reports.sections.figures import figure
from ringtrue.reports.sections.lead_numbers import (
    chance_of,
    estimate_of,
    lead_numbers,
    limit_of,
    measure_name,
)
from ringtrue.reports.sections.records import FIRST_RECORDS, records
from ringtrue.reports.statements import stated
from ringtrue.reports.text import capital, plain, sentence, shown_sql
from ringtrue.reports.weight import in_order
from ringtrue.reports.words import SHORT
from ringtrue.reports.working_papers import Record, RunFolder

IN_FULL = 10
"""Leads of a question that are shown in full."""

CHARTS_EACH = 2


class _Material:
    """What the blocks of a run are made of, read once."""

    def __init__(self, results: Results, run: RunFolder) -> None:
        self.results, self.run = results, run
        self.names = service_names(results)
        self.order = in_order(results)
        self.full = _in_full(results, self.order)
        self.counts = run.record_counts()
        self.charts = run.charts()
        self.first = _by_lead(self._first_records())

    def _first_records(self) -> Iterator[Record]:
        """Those of the leads shown in full, the worst first where their claim says which are worst."""
        for one in self.results.procedures:
            shown = sorted(lead.id for lead in one.leads if lead.id in self.full)
            if shown:
                yield from self.run.records(shown, FIRST_RECORDS, one.worst)


def question_leads(results: Results, run: RunFolder) -> tuple[QuestionLeads, ...]:
    """The questions that have leads, in their fixed order."""
    material = _Material(results, run)
    return tuple(
        _question(material, id)
        for id in QUESTIONS
        if any(one.leads for one in results.procedures if one.question == id)
    )


def next_leads(results: Results, most: int) -> tuple[tuple[tuple[Term, str], ...], int]:
    """The leads after the first, a line each with its question and anchor, and how many more there are."""
    question = {lead.id: one.question for one in results.procedures for lead in one.leads}
    names, order = service_names(results), in_order(results)[1:]
    lines = tuple(
        (
            Term(name=SHORT[question[lead.id]], text=stated(lead, names, 300)),
            f"#{lead_anchor(lead.id)}",
        )
        for lead in order[:most]
    )
    return lines, max(len(order) - most, 0)


def _in_full(results: Results, order: Sequence[Lead]) -> set[str]:
    question = {lead.id: one.question for one in results.procedures for lead in one.leads}
    chosen: dict[str, list[str]] = {}
    for lead in order:
        chosen.setdefault(question[lead.id], []).append(lead.id)
    return {id for ids in chosen.values() for id in ids[:IN_FULL]}


def _by_lead(found: Iterable[Record]) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = {}
    for record in found:
        grouped.setdefault(record.lead, []).append(record)
    return grouped


def _question(material: _Material, id: str) -> QuestionLeads:
    place = {lead.id: number for number, lead in enumerate(material.order)}
    own = [one for one in material.results.procedures if one.question == id and one.leads]
    own.sort(key=lambda one: min(place[lead.id] for lead in one.leads))
    total = sum(len(one.leads) for one in own)
    note = ""
    if total > IN_FULL:
        note = f"The {in_words(IN_FULL)} to look at first are shown in full, the others in tables under their claims."
    return QuestionLeads(
        id=id,
        heading=f"{SHORT[id]}: {plural(total, 'lead')}",
        question=QUESTIONS[id],
        note=note,
        procedures=tuple(_procedure(material, one, place) for one in own),
    )


def _procedure(material: _Material, one: ProcedureResult, place: dict[str, int]) -> ProcedureBlock:
    leads = sorted(one.leads, key=lambda lead: place[lead.id])
    common = advice_of(leads[0], one.disproof)
    full = [lead for lead in leads if lead.id in material.full]
    others = [lead for lead in leads if lead.id not in material.full]
    return ProcedureBlock(
        id=one.id,
        title=plain(one.title, 300),
        clauses=", ".join(plain(clause, 40) for clause in one.clauses),
        judged=judged_sentence(one),
        figures=tuple(map(figure, own_charts(material.charts, one.id, None))),
        leads=tuple(_lead(material, one, lead, common) for lead in full),
        others=_others(material, one, others) if others else None,
        advice=common,
        sql=shown_sql(material.run.sql(one.id)),
    )


def own_charts(charts: Sequence[Chart], procedure: str, lead: str | None) -> list[Chart]:
    """The charts of a lead, or those of its procedure as a whole."""
    return [chart for chart in charts if chart.procedure == procedure and chart.lead == lead][:CHARTS_EACH]


def judged_sentence(one: ProcedureResult) -> str:
    """What a procedure looked at and what came of it, with n and bounds."""
    kind = items(one.item_kind)
    looked = f"Of {count(one.population)} {kind}, {count(one.judged)} could be judged"
    coverage = f" ({share(one.coverage)})" if one.coverage is not None and one.judged < one.population else ""
    if one.judged == one.population:
        looked = f"All {count(one.population)} {kind} could be judged"
    if one.share is None:
        return f"{looked}{coverage}."
    verb = "speaks" if one.deviations == 1 else "speak"
    return (
        f"{looked}{coverage}; {count(one.deviations)} of {count(one.judged)} {verb} against the claim: "
        f"{bounded(one.share, one.bounds)}."
    )


def advice_of(lead: Lead, disproof: str) -> Advice:
    """What to check, what would refute a lead, and whom to ask."""
    ask: dict[str, list[str]] = {}
    for question in lead.ask:
        ask.setdefault(capital(spaced(question.role)), []).append(plain(question.question))
    return Advice(
        explanations=tuple(plain(text) for text in lead.explanations),
        disproof=sentence(plain(disproof)),
        ask=tuple((role, tuple(questions)) for role, questions in ask.items()),
    )


def _lead(material: _Material, one: ProcedureResult, lead: Lead, common: Advice) -> LeadBlock:
    advice = advice_of(lead, one.disproof)
    service = material.names.get(lead.service or "", plain(lead.service or "", 80))
    about = service if lead.object.kind != "service" else ""
    return LeadBlock(
        id=plain(lead.id, 300),
        anchor=lead_anchor(lead.id),
        statement=stated(lead, material.names),
        about=about,
        numbers=lead_numbers(one, lead),
        figures=tuple(map(figure, own_charts(material.charts, one.id, lead.id))),
        records=records(
            lead,
            material.first.get(lead.id, []),
            material.counts.get(lead.id),
            rows_file(material.results.run, lead.id),
            one.worst,
        ),
        advice=None if advice == common else advice,
    )


def _others(material: _Material, one: ProcedureResult, leads: Sequence[Lead]) -> Table:
    columns = (
        Column(title="Lead"),
        Column(title="n", number=True),
        Column(title="Deviations", number=True),
        Column(title=capital(measure_name(one))),
        Column(title="Compared with", number=True),
        Column(title="Chance alone"),
        Column(title="Records"),
    )
    return Table(
        caption=f"{capital(plural(len(leads), 'further lead'))} of the same kind",
        columns=columns,
        rows=tuple(_other(material, one, lead) for lead in leads),
    )


def _id_and_service(material: _Material, lead: Lead) -> str:
    """What the commands that go on with a lead ask for, and the service where its name is not the lead's own."""
    service = material.names.get(lead.service or "", "") if lead.object.kind != "service" else ""
    return " · ".join(part for part in (plain(lead.id, 300), service) if part)


def _other(material: _Material, one: ProcedureResult, lead: Lead) -> tuple[Cell, ...]:
    file = rows_file(material.results.run, lead.id) if material.counts.get(lead.id) else ""
    return (
        Cell(text=capital(object_name(lead, material.names)), note=Said(_id_and_service(material, lead))),
        Cell(text=count(lead.n)),
        Cell(text=amount(lead.deviations)),
        Cell(text=estimate_of(one, lead)),
        Cell(text=limit_of(one, lead)),
        Cell(text=chance_of(lead) or "–"),
        Cell(text=f"{count(lead.records)} (CSV)" if file else count(lead.records), link=file),
    )
