"""The blank workbook: what is asked, how to fill it in, and a sheet for each table with an example row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from ringtrue.papers.request.columns import sheet_columns
from ringtrue.papers.request.scope import Asked
from ringtrue.reports.excel.book import Book, Link, SheetColumn, Value
from ringtrue.reports.language import Words, words
from ringtrue.tables import table
from ringtrue.tables.form import Form
from ringtrue.tables.labels import labels

PAPER = "evidence request"
BLANK = 100_000
"""Rows of a sheet for which the drop-down lists hold."""

HOW = (
    "We ask for records as they are: an export of your tools is better than a list made for us, and a gap is better than a guess.",
    "Each sheet is one kind of record, one row each. Fill in the sheets that you have; leave the others blank, and say so below.",
    "Columns with a brown heading are required: a row without them cannot be used. All other columns are optional, and what is left empty counts as not known, never as no.",
    "Where a cell offers a list, choose from it. Several values in one cell are divided by a semicolon.",
    "Write dates as dates, or as year-month-day, such as 2026-03-31 14:30. Say in which time zone they are, in the remark below.",
    "The row marked as an example shows how a row may look. It is never read; you may delete it or let it stand.",
    "Columns may be left out, and columns of your own may be added: what is not known is told to you and left out. Please do not change the headings.",
    "Your own exports with other headings are welcome too: send them as files of their own.",
)
"""How a request is filled in, a sentence or two a line."""

_AVAILABLE = ("complete", "in part", "there are none", "not available")


@dataclass(frozen=True)
class Request:
    """What is asked for, in which language, and for which audit (empty: none yet)."""

    asked: tuple[Asked, ...]
    language: str = "en"
    audit: str = ""
    run: str = ""


Rows = Iterable[Sequence[Value]]
"""Rows of a table, a value for each of its columns."""


def write_request(path: Path, request: Request, known: Mapping[str, Rows] = MappingProxyType({})) -> None:
    """Write the workbook, blank but for rows that are ``known`` already, by table. The same request gives the same bytes."""
    told = words(request.language)
    forms = [Form(table(one.table), labels(request.language)) for one in request.asked]
    with Book(path, told) as book:
        names = {f"table: {book.name(form.labels.table(form.table))}": form.table.name for form in forms}
        book.about(kind=PAPER, audit=request.audit, run=request.run, language=request.language, **names)
        _first(book, request, forms, told)
        for form in forms:
            _sheet(book, form, told, known.get(form.table.name, ()))


def _first(book: Book, request: Request, forms: Sequence[Form], told: Words) -> None:
    audit = f": {request.audit}" if request.audit else ""
    given = tuple(told(choice) for choice in _AVAILABLE)
    book.sheet(
        told("Please read first"),
        title=told("Evidence request") + audit,
        note=[told(line) for line in HOW],
        columns=[
            SheetColumn(title=told("Sheet"), width=26),
            SheetColumn(title=told("What it holds"), width=56, wrap=True),
            SheetColumn(title=told("Required columns"), width=34, wrap=True),
            SheetColumn(title=told("What for"), width=56, wrap=True),
            SheetColumn(title=told("Do you have it?"), width=18, choices=given),
            SheetColumn(title=told("From which tool, from whom, remarks"), width=40, wrap=True),
        ],
        rows=_contents(request, forms, told),
        filter=False,
    )


def _contents(request: Request, forms: Sequence[Form], told: Words) -> Iterator[list[Value]]:
    for one, form in zip(request.asked, forms, strict=True):
        name = form.labels.table(form.table)
        required = [form.headings[column] for column in form.table.required]
        claims = "\n".join(f"• {told(claim)}" for claim in one.claims)
        yield [Link(name, name), told(form.table.meaning), ", ".join(required), claims, None, None]


def _sheet(book: Book, form: Form, told: Words, known: Rows) -> None:
    book.sheet(
        form.labels.table(form.table),
        title=form.labels.table(form.table),
        note=[told(form.table.meaning), Link(told("Back to the first sheet"), told("Please read first"))],
        columns=sheet_columns(form, told),
        rows=chain([[form.mark, *form.example().values()]], ([None, *row] for row in known)),
        freeze_columns=2,
        help_line=True,
        blank=BLANK,
    )
