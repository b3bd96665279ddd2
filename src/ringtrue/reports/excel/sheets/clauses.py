"""Clauses: the evidence looked at for each, and each claim that bears on it."""

from collections.abc import Iterator

from ringtrue.model.result import ClauseResult, ProcedureResult
from ringtrue.reports.excel.column import Marked, Value
from ringtrue.reports.excel.plan import SHARE, WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.answers import procedure_link
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.text import capital
from ringtrue.reports.words import CONFORMITY, EVIDENCE, RESULTS

_TAB = "#3E6B57"
_COLOURS = {"operating": "for", "documented": "open", "none": ""}


def clauses(material: Material) -> SheetPlan:
    """One row for each clause."""
    words = material.words
    number = {"number": WHOLE}
    return SheetPlan(
        name=words("Clauses"),
        title=words("Evidence by clause"),
        about=words("For each clause: the kind of evidence looked at, and the leads that bear on it"),
        notes=(words(CONFORMITY),),
        columns=columns(
            words,
            ("Clause", 16, {}),
            ("Title", 44, {"wrap": True}),
            ("Evidence looked at", 22, {}),
            ("Leads", 9, number),
            ("Claims tested", 10, {**number, "help": "Claims that bear on the clause and were judged."}),
            ("Claims with leads", 10, number),
            ("Not judged", 10, {**number, "help": "Claims that bear on the clause and could not be judged."}),
            (
                "Records judged",
                12,
                {**number, "help": "Over all of its claims; one record may count in several."},
            ),
            ("Claims", 60, {"wrap": True, "help": "The claims that bear on it."}),
        ),
        rows=lambda: (_clause(material, one) for one in material.results.clauses),
        count=len(material.results.clauses),
        tab=_TAB,
    )


def _clause(material: Material, clause: ClauseResult) -> list[Value]:
    own = _own(material, clause)
    judged = [one for one in own if one.result in ("lead", "no_lead")]
    evidence = Marked(material.words(capital(EVIDENCE[clause.evidence])), _COLOURS[clause.evidence])  # type: ignore[arg-type]
    return [
        clause.id,
        material.words(clause.title),
        evidence,
        clause.leads,
        len(judged),
        sum(bool(one.leads) for one in own),
        len(own) - len(judged),
        sum(one.judged for one in judged),
        "; ".join(clause.procedures),
    ]


def _own(material: Material, clause: ClauseResult) -> list[ProcedureResult]:
    known = {one.id: one for one in material.results.procedures}
    return [known[id] for id in clause.procedures if id in known]


def clause_matrix(material: Material) -> SheetPlan:
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
