"""The clause matrix as a table: what was judged by data, by sample, by interview; leads and findings; what was not looked at."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from ringtrue.method.clause_matrix import ClauseRow, clause_matrix, current_contents
from ringtrue.model.result import Results
from ringtrue.reports.numbers import count, plural
from ringtrue.reports.parts import Cell, Column, Conformity, Table
from ringtrue.reports.text import capital, plain
from ringtrue.reports.words import CONFORMITY, EVIDENCE

if TYPE_CHECKING:
    from ringtrue.model.entry import Entry

GRADES = {
    "major_nc": "major NC",
    "minor_nc": "minor NC",
    "ofi": "OFI",
    "conforming": "conforming",
    "positive": "positive",
    "draft": "draft",
}
"""The grades that people gave, gravest first, in the words of a table."""

COLUMNS = ("Clause", "Evidence looked at", "By data", "By sample", "By interview", "Leads", "Findings")


def conformity(results: Results, entries: "Iterable[Entry]" = ()) -> Conformity:
    """The clauses with what was looked at for each; those for which nothing was are named apart."""
    rows = clause_matrix(results, current_contents(entries))
    editions = {one.id: plain(one.title, 80) for one in results.audit.editions}
    several = editions if len({row.criteria for row in rows}) > 1 else {}
    seen = [row for row in rows if row.looked_at]
    table = Table(
        caption="Clauses, and how each was judged",
        columns=tuple(Column(title=title, number=title == "Leads") for title in COLUMNS),
        rows=tuple(_row(row, several) for row in seen),
    )
    return Conformity(
        note=" ".join((CONFORMITY, *attributions(results))),
        clauses=table if seen else None,
        without_evidence=tuple(_named(row, several) for row in rows if not row.looked_at),
    )


def attributions(results: Results) -> tuple[str, ...]:
    """What licences want shown where the text of their criteria is."""
    return tuple(plain(one.attribution) for one in results.audit.editions if one.attribution)


def _row(row: ClauseRow, editions: Mapping[str, str]) -> tuple[Cell, ...]:
    return (
        Cell(text=plain(row.id, 40), note=plain(row.title, 160), link=""),
        Cell(text=capital(EVIDENCE.get(row.evidence, row.evidence)), note=editions.get(row.criteria, "")),
        _by_data(row),
        _by_sample(row),
        _by_interview(row),
        Cell(
            text=count(row.lead_count) if row.lead_count else "–", colour="against" if row.lead_count else ""
        ),
        _findings(row),
    )


def _named(row: ClauseRow, editions: Mapping[str, str]) -> str:
    edition = editions.get(row.criteria, "")
    return " ".join(part for part in (edition, plain(row.id, 40), plain(row.title, 120)) if part)


def _by_data(row: ClauseRow) -> Cell:
    silent = sum(one.applies for one in row.not_judged)
    told = f"{plural(silent, 'claim')} without data" if silent else ""
    if not row.by_data:
        return Cell(text="–", note=told)
    judged = f"{plural(len(row.by_data), 'claim')}, {plural(row.judged_items, 'item')}"
    return Cell(text=judged, note=told)


def _by_sample(row: ClauseRow) -> Cell:
    sampled = row.sampled
    if not sampled.samples:
        return Cell(text="–")
    if not sampled.looked_at:
        return Cell(text="drawn, not looked at yet", note=f"{count(sampled.drawn)} drawn")
    told = f"{count(sampled.looked_at)} of {count(sampled.drawn)} looked at"
    found = plural(sampled.deviations, "deviation") if sampled.deviations else "no deviation"
    return Cell(text=told, note=found)


def _by_interview(row: ClauseRow) -> Cell:
    asked = row.asked
    if not asked.answers:
        return Cell(text="–")
    told = f"{plural(asked.answers, 'answer')} in {plural(len(asked.interviews), 'interview')}"
    return Cell(
        text=told, note=f"{count(asked.passed)} of {count(asked.scored)} passed" if asked.scored else ""
    )


def _findings(row: ClauseRow) -> Cell:
    if not row.findings:
        return Cell(text="–")
    order: Sequence[str] = [*GRADES, *sorted(set(row.findings) - set(GRADES))]
    told = [
        f"{count(len(row.findings[grade]))} {GRADES.get(grade, grade)}"
        for grade in order
        if grade in row.findings
    ]
    names = [id for grade in order for id in row.findings.get(grade, ())]
    more = f" and {count(len(names) - 6)} more" if len(names) > 6 else ""
    return Cell(text=", ".join(told), note=", ".join(plain(name, 40) for name in names[:6]) + more)
