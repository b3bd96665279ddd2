"""Whether a workbook is an evidence request, and which sheet is which table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ringtrue.importers.reading.kind import HEAD, kind_of
from ringtrue.importers.reading.plain import plain_file
from ringtrue.importers.reading.spreadsheet.tables import Row, beginnings
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import SourceFile
from ringtrue.tables import all_tables
from ringtrue.tables.form import Form
from ringtrue.tables.labels import label_languages, labels

ABOUT, PAPER = "About", "evidence request"
LEAST = 0.5
"""Share of a form's headings that a row must have, or all of the required ones and two more, to be its heading."""


@dataclass(frozen=True)
class FilledSheet:
    """A sheet of the workbook that is the form of a table: where its headings stand, and how it begins."""

    form: Form
    title: str
    heading_row: int
    headings: tuple[str, ...]


@dataclass(frozen=True)
class FilledRequest:
    """A workbook that is an evidence request. ``unknown`` are the sheets that are no form."""

    path: Path
    kind: str
    says_so: bool
    sheets: Mapping[str, FilledSheet]
    unknown: tuple[str, ...]


def request_in(source: SourceFile, work: Path) -> FilledRequest | None:
    """The evidence request in a file; None where it is none."""
    try:
        plain = plain_file(source, work)
        with plain.path.open("rb") as file:
            kind = kind_of(file.read(HEAD), plain.path)
        rows = beginnings(plain.path, source.name, kind) if kind in ("xlsx", "ods", "xls") else {}
    except UnreadableInput:
        return None
    about = _about(rows.get(ABOUT, ()))
    says_so = about.get("paper") == PAPER
    found = {title: _sheet(title, first, about) for title, first in rows.items() if title != ABOUT}
    sheets = {title: sheet for title, sheet in found.items() if sheet is not None}
    if not says_so and not any(sheet.form.remark in sheet.headings for sheet in sheets.values()):
        return None
    unknown = tuple(title for title, sheet in found.items() if sheet is None)
    return FilledRequest(plain.path, kind, says_so, sheets, unknown)


def _about(rows: Sequence[Row]) -> dict[str, str]:
    return {cells[0].strip(): cells[1].strip() for _, cells in rows if len(cells) > 1 and cells[0].strip()}


def _sheet(title: str, rows: Sequence[Row], about: Mapping[str, str]) -> FilledSheet | None:
    """The sheet as the form that most of its headings fit: the one that About or its name says, before any other."""
    best: tuple[float, FilledSheet] | None = None
    for form in _candidates(title, about):
        for number, cells in rows:
            headings = tuple(cell.strip() for cell in cells)
            fit = _fit(form, headings)
            if fit and (best is None or fit > best[0]):
                best = fit, FilledSheet(form, title, number, headings)
    return best[1] if best else None


def _candidates(title: str, about: Mapping[str, str]) -> list[Form]:
    """The form in each language: first in that which About names."""
    languages = sorted(label_languages(), key=lambda one: one != about.get("language"))
    name = about.get(f"table: {title}")
    told = (
        [Form(all_tables()[name], labels(language)) for language in languages] if name in all_tables() else []
    )
    return told or [
        form
        for language in languages
        for table in all_tables().values()
        if (form := Form(table, labels(language))).labels.table(table).casefold() == title.strip().casefold()
    ]


def _fit(form: Form, headings: Sequence[str]) -> float:
    """The share of the form's headings that are there; 0 where too few are for it to be the row of headings."""
    there = {heading.casefold() for heading in headings}
    known = [heading.casefold() in there for heading in form.headings.values()]
    required = [form.headings[name].casefold() in there for name in form.table.required]
    enough = sum(known) >= LEAST * len(known) or (
        all(required) and sum(known) >= min(len(required) + 2, len(known))
    )
    return sum(known) / len(known) if enough else 0.0
