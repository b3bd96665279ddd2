"""Every procedure with all its numbers, its settings and its SQL."""

from collections.abc import Iterator

from ringtrue.model.result import QUESTIONS, ProcedureResult
from ringtrue.reports.excel.column import Marked, Value
from ringtrue.reports.excel.plan import SHARE, WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.answers import procedure_link
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.names import items, spaced
from ringtrue.reports.text import capital, sentence
from ringtrue.reports.words import BASES, RESULTS, SHORT

_TAB = "#5B6B7A"


def procedures(material: Material) -> SheetPlan:
    """One row for each procedure, question by question."""
    words = material.words
    number, share, long = {"number": WHOLE}, {"number": SHARE}, {"wrap": True}
    return SheetPlan(
        name=words("Procedures"),
        title=words("Every claim with all its numbers"),
        about=words("What each claim was judged on, and what came of it"),
        columns=columns(
            words,
            ("Procedure", 30, {"help": "Leads to the sheet with all its judged rows."}),
            ("Question", 11, {}),
            ("Claim", 70, long),
            ("Result", 17, {}),
            ("Leads", 8, number),
            ("Items", 18, {"help": "What is looked at."}),
            ("Population", 12, {**number, "help": "All items looked at."}),
            ("Judged", 12, number),
            ("Deviations", 12, number),
            ("Untestable", 12, {**number, "help": "Items whose facts are not known."}),
            ("Share", 10, {**share, "help": "Deviations divided by judged."}),
            ("Lower bound", 10, share),
            ("Upper bound", 10, share),
            ("Confidence", 11, {"number": "0 %"}),
            ("Coverage", 10, {**share, "help": "Judged divided by population."}),
            ("Clauses", 26, long),
            ("Why", 60, long),
            ("What would refute its leads", 50, long),
            ("Ask for", 50, long),
        ),
        rows=lambda: (_procedure(material, one) for one in in_question_order(material)),
        count=len(material.results.procedures),
        tab=_TAB,
    )


def in_question_order(material: Material) -> Iterator[ProcedureResult]:
    """The procedures, question by question."""
    for question in QUESTIONS:
        yield from (one for one in material.results.procedures if one.question == question)


def _procedure(material: Material, one: ProcedureResult) -> list[Value]:
    words = material.words
    said, colour = RESULTS[one.result]
    lower, upper = one.bounds or (None, None)
    return [
        procedure_link(material, one.id),
        words(SHORT[one.question]),
        words(one.title),
        Marked(words(capital(said)), colour),
        len(one.leads),
        words(items(one.item_kind)),
        one.population,
        one.judged,
        one.deviations,
        one.untestable,
        one.share,
        lower,
        upper,
        one.confidence,
        one.coverage,
        "; ".join(one.clauses),
        words(sentence(capital(one.why))),
        words(sentence(one.disproof)),
        words(sentence(capital(one.request))),
    ]


def settings(material: Material) -> SheetPlan:
    """The settings as they were in this run, with their basis."""
    words = material.words
    return SheetPlan(
        name=words("Settings"),
        title=words("Settings used"),
        about=words("Every threshold, and what it rests on"),
        columns=columns(
            words,
            ("Procedure", 32, {}),
            ("Claim", 70, {}),
            ("Setting", 30, {}),
            ("Value", 16, {"help": "As it was in this run."}),
            ("Basis", 46, {}),
        ),
        rows=lambda: (
            [
                procedure_link(material, one.id),
                words(one.title),
                words(spaced(setting.name)),
                setting.value,
                words(capital(BASES.get(setting.basis, setting.basis))),
            ]
            for one in in_question_order(material)
            for setting in one.settings
        ),
        count=sum(len(one.settings) for one in material.results.procedures),
        tab=_TAB,
    )


def statements(material: Material) -> SheetPlan:
    """The SQL of each procedure as it was run."""
    words = material.words
    texts = [
        (one.id, one.title, text) for one in in_question_order(material) if (text := material.run.sql(one.id))
    ]
    return SheetPlan(
        name="SQL",
        title=words("How each claim was judged"),
        about=words("The SQL of each claim as it was run; it can be run again on the tables of the audit"),
        columns=columns(
            words, ("Procedure", 32, {}), ("Claim", 60, {"wrap": True}), ("SQL", 150, {"wrap": True})
        ),
        rows=lambda: ([procedure_link(material, id), words(title), text] for id, title, text in texts),
        count=len(texts),
        tab=_TAB,
    )
