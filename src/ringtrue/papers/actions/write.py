"""Writes the corrective action log: where each finding stands, every step so far, rows for the next ones."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from ringtrue.method.follow_up.awaited import awaited
from ringtrue.method.follow_up.chain import Chain, chain_of
from ringtrue.model.finding import Finding
from ringtrue.papers.actions.forms import OVERVIEW, RESPONSES
from ringtrue.papers.actions.rows import response_row
from ringtrue.papers.findings.forms import EVIDENCE
from ringtrue.papers.findings.numbers import numbered
from ringtrue.papers.findings.records import Records, records_of
from ringtrue.papers.form import Form
from ringtrue.papers.paper import Wanted
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

BLANK = 40

OVERVIEW_NOTE = ("Every finding that is answered, and what it waits for. This sheet is not read back.",)
STEPS_NOTE = (
    "One step a row; steps are added and never changed. Correction, extent, root cause, corrective action and carrying out are the"
    " auditee's; accepting, checking and closing are the auditors'.",
    "Effectiveness needs new cases: 29 without a repeat show a rate below 10 % with 95 % confidence, 46 with one, 61 with two.",
)
EVIDENCE_NOTE = ("What shows that something was carried out. It counts when an auditor verified it.",)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told, records = words(wanted.language), records_of(wanted.folder, wanted.journal)
    with Book(out, told) as book:
        about(book, wanted, "actions")
        sheet(book, OVERVIEW, overview(records, answered(records), told), OVERVIEW_NOTE, told)
        sheet(book, RESPONSES, _steps(records), STEPS_NOTE, told, BLANK)
        sheet(book, EVIDENCE, evidence(records), EVIDENCE_NOTE, told)


def about(book: Book, wanted: Wanted, kind: str) -> None:
    """What the workbook is, and after which entry of the journal it was written."""
    journal = str(len(wanted.journal.entries()))
    title = wanted.folder.audit().title
    book.about(kind=kind, audit=title, language=wanted.language, journal=journal)


def sheet(
    book: Book, form: Form, values: Iterator[dict[str, Any]], note: Sequence[str], told: Words, blank: int = 0
) -> None:
    """A sheet of a form in a language."""
    book.sheet(
        told(form.sheet),
        columns=form.columns(told),
        rows=(form.cells(one, told) for one in values),
        title=told(form.sheet),
        note=tuple(map(told, note)),
        freeze_columns=2,
        blank=blank,
    )


def answered(records: Records) -> list[Finding]:
    """The findings that are answered or may be: nonconformities and opportunities, the gravest first."""
    order = ("major_nc", "minor_nc", "ofi")
    found = [one for one in records.findings.values() if one.grade in order]
    return sorted(found, key=lambda one: (order.index(one.grade or ""), one.id))


def chain(records: Records, finding: Finding) -> Chain:
    """The answer to a finding so far."""
    return chain_of(finding, list(records.responses.values()))


def overview(records: Records, findings: Sequence[Finding], told: Words) -> Iterator[dict[str, Any]]:
    """Where each finding stands."""
    for finding in findings:
        now = chain(records, finding)
        waits = awaited(finding, now)
        due = [one.promised.due_on for one in now.open_promises if one.promised.due_on]
        yield {
            **asdict(finding),
            "named": finding.requirement.named if finding.requirement else None,
            "state": now.state,
            "round": now.round,
            "awaited": told(waits.what),
            "whose": waits.whose,
            "due_on": min(due, default=None),
        }


def evidence(records: Records) -> Iterator[dict[str, Any]]:
    """What is on record, and numbered rows for more."""
    yield from map(asdict, records.evidence.values())
    yield from ({"id": id} for id in islice(numbered("E", records.evidence), 20))


def _steps(records: Records) -> Iterator[dict[str, Any]]:
    yield from map(response_row, records.responses.values())
