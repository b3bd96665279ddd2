"""The working papers of a run: one workbook with every number and every judged row, and further ones where it is very large."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ringtrue.reports.excel.book import Book, Link
from ringtrue.reports.excel.judged import RunRows
from ringtrue.reports.excel.plan import SheetPlan, write_sheet
from ringtrue.reports.excel.sheets import (
    answers,
    clauses,
    journal,
    leads,
    lookups,
    overview,
    procedures,
    rows,
)
from ringtrue.reports.excel.sheets.material import ISSUES, RECORDS, Material
from ringtrue.reports.excel.split import Piece, pieces
from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.language import DEFAULT, Words, words
from ringtrue.reports.working_papers import RunFolder


def render(job: Job) -> tuple[Path, ...]:
    """Write the workbook to ``job.out``, and what it cannot hold to ``rows/<run>/`` beside it. The same run gives the same bytes."""
    material = _material(job)
    written = [job.out]
    _write(job, material, job.out, tuple(_sheets(material)), back=True)
    for number in sorted({piece.book for piece in material.pieces if piece.book}):
        place = job.out.parent / material.book_name(number)
        own = [piece for piece in material.pieces if piece.book == number]
        _write(job, material, place, tuple(_piece(material, piece) for piece in own), back=False)
        written.append(place)
    return tuple(written)


def _material(job: Job) -> Material:
    run, own_rows = RunFolder(job.run), RunRows(job.run)
    counts = {
        one.id: own_rows.count(own_rows.judged(one.id)) for one in job.results.procedures if one.judged_table
    }
    counts[RECORDS] = own_rows.count(job.run / RECORDS)
    counts[ISSUES] = own_rows.count(own_rows.issues())
    return Material(
        results=job.results,
        run=run,
        rows=own_rows,
        words=remembered(job.language),
        entries=job.entries,
        counts=counts,
        pieces=pieces(counts),
        main=job.out.name,
    )


def remembered(language: str) -> Words:
    """The words of the language, each text looked for once."""
    return str if language == DEFAULT else cache(words(language))


def _sheets(material: Material) -> Iterator[SheetPlan]:
    """Every sheet of the main workbook: what is read first, then what is looked up, then the judged rows."""
    own = [
        answers.questions(material),
        answers.services(material),
        leads.leads(material),
        clauses.clauses(material),
        clauses.clauses_and_claims(material),
        *journal.recorded(material),
        leads.evidence_requests(material),
        procedures.procedures(material),
        rows.records(material),
        lookups.facts(material),
        procedures.settings(material),
        lookups.sources(material),
        lookups.assumptions(material),
        rows.load_issues(material),
        procedures.statements(material),
        lookups.method(material),
    ]
    yield overview.overview(material, own)
    yield from own
    for one in procedures.in_question_order(material):
        if material.has_sheet(one.id):
            yield rows.judged(material, one, material.first_piece(one.id))


def _piece(material: Material, piece: Piece) -> SheetPlan:
    if piece.table == RECORDS:
        return rows.records(material, piece)
    if piece.table == ISSUES:
        return rows.load_issues(material, piece)
    one = next(one for one in material.results.procedures if one.id == piece.table)
    return rows.judged(material, one, piece)


def _write(job: Job, material: Material, place: Path, sheets: tuple[SheetPlan, ...], back: bool) -> None:
    audit = job.results.audit
    with Book(place, material.words) as book:
        book.about(kind="working papers", audit=audit.title, run=job.results.run, language=job.language)
        for number, sheet in enumerate(sheets):
            link = Link(material.words("Back to the overview"), sheets[0].name) if back and number else None
            write_sheet(book, sheet, link)


REPORT = ReportFormat(
    id="excel", title="Working papers as a workbook, with every judged row", suffix=".xlsx", render=render
)
