"""Leads, and what to ask the auditee for."""

from ringtrue.model.result import Lead, ProcedureResult
from ringtrue.reports.excel.column import Link, Value
from ringtrue.reports.excel.plan import PLAIN, WHOLE, SheetPlan, columns, first_row
from ringtrue.reports.excel.sheets.answers import procedure_link
from ringtrue.reports.excel.sheets.material import RECORDS, Material
from ringtrue.reports.excel.sheets.rows import records
from ringtrue.reports.names import object_name, spaced
from ringtrue.reports.sections.lead_numbers import (
    chance_of,
    estimate_of,
    further_numbers,
    limit_of,
    measure_name,
)
from ringtrue.reports.sections.silence import requests
from ringtrue.reports.statements import stated
from ringtrue.reports.text import capital, sentence
from ringtrue.reports.words import NOT_A_FINDING, SHORT

_TAB = "#B4532A"


def leads(material: Material) -> SheetPlan:
    """Every lead in the order of reading, with its numbers, what to check first and whom to ask what."""
    words = material.words
    long, number, plain = {"wrap": True}, {"number": WHOLE}, {"number": PLAIN}
    return SheetPlan(
        name=words("Leads"),
        title=words("Leads"),
        about=words("Every lead with its numbers, what else could explain it, and whom to ask what"),
        notes=(words(NOT_A_FINDING),),
        columns=columns(
            words,
            ("No.", 6, {**number, "help": "The order of reading; no grade."}),
            ("Lead", 34, {}),
            ("Question", 11, {}),
            ("Procedure", 26, {"help": "Leads to the sheet with all its judged rows."}),
            ("About", 28, long),
            ("Service", 24, {}),
            ("Statement", 60, long),
            ("Measure", 18, {"help": "What the estimate is."}),
            ("Estimate", 24, {"help": "As the report writes it, with its bounds."}),
            ("Compared with", 14, {}),
            ("Chance alone", 13, {}),
            ("n", 9, {**number, "help": "The records behind the figure."}),
            ("Deviations", 10, number),
            ("Records", 9, {**number, "help": "Leads to the first record behind it."}),
            ("Value", 11, {**plain, "help": "The estimate as a number."}),
            ("Lower bound", 11, plain),
            ("Upper bound", 11, plain),
            ("p", 11, {"number": "0.0000"}),
            ("q", 11, {"number": "0.0000", "help": "p, corrected for looking at many groups at once."}),
            ("Limit", 11, {**plain, "help": "What it was compared with, as a number."}),
            ("Further numbers", 44, {**long, "help": "As the report writes them."}),
            ("Clauses", 24, long),
            ("Explanations to check first", 60, long),
            ("What would refute it", 44, long),
            ("Ask", 60, long),
        ),
        rows=lambda: (_lead(material, place, *pair) for place, pair in enumerate(material.leads, 1)),
        count=len(material.leads),
        tab=_TAB,
        frozen_columns=2,
    )


def _lead(material: Material, place: int, one: ProcedureResult, lead: Lead) -> list[Value]:
    words = material.words
    lower, upper = lead.bounds or (None, None)
    return [
        place,
        lead.id,
        words(SHORT[one.question]),
        procedure_link(material, one.id),
        words(capital(object_name(lead, material.services))),
        material.service(lead.service),
        words(stated(lead, material.services)),
        words(capital(measure_name(one))),
        words(estimate_of(one, lead)),
        words(limit_of(one, lead)),
        words(chance_of(lead) or "–"),
        lead.n,
        lead.deviations,
        _records(material, lead),
        lead.estimate,
        lower,
        upper,
        lead.p_value,
        lead.q_value,
        lead.values.get("limit"),
        "\n".join(f"{words(term.name)}: {words(term.text)}" for term in further_numbers(one, lead)),
        "; ".join(one.clauses),
        "\n".join(f"• {words(text)}" for text in lead.explanations),
        words(sentence(one.disproof)),
        "\n".join(f"• {words(capital(spaced(ask.role)))}: {words(ask.question)}" for ask in lead.ask),
    ]


def _records(material: Material, lead: Lead) -> Value:
    """How many records stand behind it, leading to the first of them where that stands in this workbook."""
    place = material.record_rows.get(lead.id)
    if place is None or place >= material.first_piece(RECORDS).rows:
        return lead.records
    sheet = records(material)
    return Link(f"{lead.records:,}", sheet.name, f"A{first_row(sheet) + place}")


def evidence_requests(material: Material) -> SheetPlan:
    """What to ask for, each thing once with the claims that wait for it."""
    words = material.words
    wanted = requests(material.results)
    return SheetPlan(
        name=words("Requests"),
        title=words("What to ask the auditee for"),
        about=words("Data that were missing, and the claims that wait for them"),
        columns=columns(
            words,
            ("Ask for", 80, {"wrap": True}),
            ("Claims waiting", 10, {"number": WHOLE}),
            ("Claims", 80, {"wrap": True}),
            ("Why", 60, {"wrap": True}),
        ),
        rows=lambda: (
            [
                words(one.text),
                len(one.claims),
                "\n".join(f"• {words(claim.name)}" for claim in one.claims),
                "\n".join(dict.fromkeys(f"• {words(claim.text)}" for claim in one.claims)),
            ]
            for one in wanted
        ),
        count=len(wanted),
        tab=_TAB,
    )
