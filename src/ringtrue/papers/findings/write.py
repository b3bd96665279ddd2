"""Writes the finding log: what is on record, and numbered rows to fill in."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from ringtrue.papers.findings.forms import CLAUSES, EVIDENCE, FINDINGS, LEADS
from ringtrue.papers.findings.numbers import numbered
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.findings.rows import finding_row, stated
from ringtrue.papers.form import Form
from ringtrue.papers.paper import Wanted
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

BLANK_FINDINGS, BLANK_EVIDENCE = 20, 60

_FINDINGS = (
    "One finding a row. A nonconformity needs a requirement, verified evidence, a reason for its grade and who gave it.",
    "The statement says what is generally so. It names no person and prescribes no remedy. Ringtrue never grades.",
    "What cannot stand is named with its row when the log is read back with `ringtrue record`; the other rows are taken.",
)
_EVIDENCE = (
    "Three dates: when it happened, which date the document bears, when it was taken. They are often different.",
    "It is verified when somebody compared it with its origin: name who and when. Only then can a nonconformity rest on it.",
)
_LEADS = (
    "A lead is a reason to look, and no finding. Say what became of each: verified, explained, or not pursued, and why.",
)
_CLAUSES = ("Titles and intents in our own words; the standard's text is authoritative.",)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told, records = words(wanted.language), records_of(wanted.folder, wanted.journal)
    with Book(out, told) as book:
        book.about(
            kind="findings",
            audit=wanted.folder.audit().title,
            run=records.results.run if records.results else "",
            language=wanted.language,
            journal=str(len(wanted.journal.entries())),
        )
        _sheet(book, FINDINGS, _findings(records), _FINDINGS, told)
        _sheet(book, EVIDENCE, _evidence(records), _EVIDENCE, told)
        if records.leads:
            _sheet(book, LEADS, _leads(records, told), _LEADS, told)
        _sheet(book, CLAUSES, _clauses(records, told), _CLAUSES, told)


def _sheet(
    book: Book, form: Form, values: Iterator[dict[str, Any]], note: tuple[str, ...], told: Words
) -> None:
    book.sheet(
        told(form.sheet),
        columns=form.columns(told),
        rows=(form.cells(one, told) for one in values),
        title=told(form.sheet),
        note=tuple(map(told, note)),
        freeze_columns=1,
    )


def _findings(records: Records) -> Iterator[dict[str, Any]]:
    yield from (finding_row(one) for one in records.findings.values())
    criteria = records.criteria[0].id if len(records.criteria) == 1 else None
    for id in islice(numbered("F", records.findings), BLANK_FINDINGS):
        yield {"id": id, "criteria": criteria}


def _evidence(records: Records) -> Iterator[dict[str, Any]]:
    yield from map(asdict, records.evidence.values())
    yield from ({"id": id} for id in islice(numbered("E", records.evidence), BLANK_EVIDENCE))


def _leads(records: Records, told: Words) -> Iterator[dict[str, Any]]:
    for id, (lead, procedure) in records.leads.items():
        done = records.dispositions.get(id)
        yield {
            "lead": id,
            "statement": told(lead.statement),
            "clauses": procedure.clauses,
            **({"outcome": done.outcome, "reason": done.reason, "by": done.by} if done else {}),
        }


def _clauses(records: Records, told: Words) -> Iterator[dict[str, Any]]:
    for one in records.criteria:
        for clause in one.clauses:
            yield {"criteria": one.id, "clause": clause.id, "required": stated(clause, told)}
