"""Clauses: the evidence looked at for each, and each claim that bears on it."""

from collections.abc import Iterator

from ringtrue.method.clause_matrix import ClauseRow, clause_matrix, current_contents
from ringtrue.model.result import ClauseResult, ProcedureResult
from ringtrue.reports.excel.column import Marked, Value
from ringtrue.reports.excel.plan import SHARE, WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.answers import procedure_link
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.parts import Colour
from ringtrue.reports.sections.clauses import GRADES, attributions
from ringtrue.reports.text import capital
from ringtrue.reports.words import CONFORMITY, EVIDENCE, RESULTS

_TAB = "#3E6B57"
_COLOURS: dict[str, Colour] = {"operating": "for", "documented": "open", "none": ""}


def clauses(material: Material) -> SheetPlan:
    """One row for each clause: what was judged by data, by sample, in interviews, and what was found."""
    words, rows = material.words, clause_matrix(material.results, current_contents(material.entries))
    number, long = {"number": WHOLE}, {"wrap": True}
    several = len({row.criteria for row in rows}) > 1
    return SheetPlan(
        name=words("Clauses"),
        title=words("Clauses, and how each was judged"),
        about=words(
            "For each clause: what was judged by data, by sample and in interviews; leads and findings"
        ),
        notes=(words(CONFORMITY), *map(words, attributions(material.results))),
        columns=columns(
            words,
            ("Clause", 14, {}),
            ("Criteria", 24 if several else 12, {}),
            ("Title", 40, long),
            ("Evidence looked at", 21, {}),
            (
                "Claims judged",
                10,
                {**number, "help": "Claims that bear on the clause and were judged by data."},
            ),
            (
                "Items judged",
                11,
                {**number, "help": "Over all of its claims; one record may count in several."},
            ),
            ("Claims without data", 10, {**number, "help": "Claims that apply and judged nothing."}),
            ("Leads", 9, number),
            ("Leads open", 9, {**number, "help": "Leads that nobody explained or laid aside yet."}),
            ("Sampled", 9, {**number, "help": "Records drawn in samples."}),
            ("Looked at", 9, {**number, "help": "Of the records drawn."}),
            ("Sample deviations", 11, number),
            ("Interviews", 10, number),
            ("Answers", 9, number),
            ("Answers passed", 9, {**number, "help": "Of those with a score."}),
            ("Findings", 40, long),
            ("Procedures", 60, {"wrap": True, "help": "The procedures that judged it."}),
        ),
        rows=lambda: (_clause(material, row) for row in rows),
        count=len(rows),
        tab=_TAB,
    )


def _clause(material: Material, row: ClauseRow) -> list[Value]:
    words = material.words
    told = capital(EVIDENCE.get(row.evidence, row.evidence))
    silent = sum(one.applies for one in row.not_judged)
    by_people = (row.sampled.drawn, row.sampled.looked_at, row.sampled.deviations)
    asked = (len(row.asked.interviews), row.asked.answers, row.asked.passed)
    return [
        row.id,
        row.criteria,
        words(row.title),
        Marked(words(told), _COLOURS.get(row.evidence, "")),
        len(row.by_data),
        row.judged_items,
        silent,
        row.lead_count,
        len(row.open_leads),
        *by_people,
        *asked,
        "; ".join(
            f"{words(GRADES.get(grade, grade))}: {', '.join(ids)}" for grade, ids in row.findings.items()
        ),
        "; ".join(one.procedure for one in row.by_data),
    ]


def _own(material: Material, clause: ClauseResult) -> list[ProcedureResult]:
    known = {one.id: one for one in material.results.procedures}
    return [known[id] for id in clause.procedures if id in known]


def clauses_and_claims(material: Material) -> SheetPlan:
    """One row for each clause and each claim that bears on it."""
    words = material.words
    number = {"number": WHOLE}
    return SheetPlan(
        name=words("Clause matrix"),
        title=words("Clauses and claims"),
        about=words("Each clause with each claim that bears on it, and how that was judged"),
        columns=columns(
            words,
            ("Clause", 16, {}),
            ("Title", 36, {}),
            ("Procedure", 30, {}),
            ("Claim", 70, {"wrap": True}),
            ("Result", 17, {}),
            ("Leads", 8, number),
            ("Judged", 11, number),
            ("Deviations", 11, number),
            ("Share", 10, {"number": SHARE}),
        ),
        rows=lambda: _pairs(material),
        count=sum(len(_own(material, clause)) for clause in material.results.clauses),
        tab=_TAB,
    )


def _pairs(material: Material) -> Iterator[list[Value]]:
    words = material.words
    for clause in material.results.clauses:
        for one in _own(material, clause):
            said, colour = RESULTS[one.result]
            yield [
                clause.id,
                words(clause.title),
                procedure_link(material, one.id),
                words(one.title),
                Marked(words(capital(said)), colour),
                len(one.leads),
                one.judged,
                one.deviations,
                one.share,
            ]
