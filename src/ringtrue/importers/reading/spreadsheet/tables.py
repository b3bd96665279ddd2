"""Every sheet of a workbook as a raw table."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path

from ringtrue.importers.reading.columns import LOOKED_AT, names_row, unique_names
from ringtrue.importers.reading.kind import OLE
from ringtrue.importers.reading.spreadsheet.safety import Seen, damaged, look_through_ods, look_through_xlsx
from ringtrue.importers.reading.spreadsheet.text import cell_text
from ringtrue.importers.reading.store import csv_source, named, relation, store
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import LoadIssue, RawTable, ReadSettings

LOOKED_INTO = 2**28
"""Bytes of an old workbook in which the mark of encryption is looked for."""

Row = tuple[int, list[str]]
"""The row's number in the sheet, from 1, and its cells."""


def read_workbook(
    path: Path,
    name: str,
    kind: str,
    folder: Path,
    settings: ReadSettings,
    headings: Mapping[str, int] | None = None,
) -> tuple[list[RawTable], list[str]]:
    """The sheets that are tables, and what was assumed. Raises ``UnreadableInput`` where none is.

    ``headings`` gives the row of column names of the sheets that are to be read; other sheets are passed over.
    """
    seen = _look_through(path, name, kind)
    tables, notes = [], []
    if kind == "xls":
        notes.append(
            "in this old form of workbook, cells with a formula error cannot be told from empty ones"
        )
    with Workbook(path, name) as book:
        several = len(book.titles(None)) > 1
        for number, title in enumerate(book.titles(settings.sheet)):
            if headings is not None:
                if title not in headings:
                    continue
                settings = replace(settings, header_row=headings[title])
            sheet = _Sheet(title, folder / f"sheet-{number}", seen.get(title, Seen()))
            table = _read_sheet(sheet, book.rows(title), name, settings, notes)
            if table:
                tables.append(replace(table, part=title) if several else table)
    if not tables:
        raise UnreadableInput(
            name,
            "no sheet has a row of column names",
            "a table with its column names in one row",
            "Name sheet and header_row (the row's number) under [read] in a mapping file.",
        )
    return tables, notes


def beginnings(path: Path, name: str, kind: str) -> dict[str, list[Row]]:
    """The first rows of each sheet that hold something. Raises ``UnreadableInput`` for bombs and damage."""
    _look_through(path, name, kind)
    with Workbook(path, name) as book:
        return {
            title: list(islice((row for row in book.rows(title) if any(map(str.strip, row[1]))), LOOKED_AT))
            for title in book.titles(None)
        }


@dataclass
class _Sheet:
    """A sheet on its way into a raw table."""

    title: str
    stem: Path
    seen: Seen
    columns: tuple[str, ...] = ()
    filled: set[int] = field(default_factory=set)
    rows: int = 0
    blank: int = 0
    longest: int = 0
    issues: list[LoadIssue] = field(default_factory=list)


def _look_through(path: Path, name: str, kind: str) -> dict[str, Seen]:
    if kind == "xls":
        return {}
    return look_through_ods(path, name) if kind == "ods" else look_through_xlsx(path, name)


class Workbook:
    """A workbook as the reading library gives it; whatever it raises becomes a message."""

    def __init__(self, path: Path, name: str) -> None:
        import python_calamine

        self.name = name
        if _is_locked(path):
            raise self._locked()
        try:
            self._book = python_calamine.CalamineWorkbook.from_path(path)
        except python_calamine.PasswordError as error:
            raise self._locked() from error
        except BaseException as error:
            raise self._error(error) from error

    def __enter__(self) -> "Workbook":
        return self

    def __exit__(self, *_: object) -> None:
        self._book.close()

    def titles(self, wanted: str | None) -> list[str]:
        """The names of its sheets, or the one that is wanted."""
        titles = list(self._book.sheet_names)
        if wanted is None:
            return titles
        if wanted not in titles:
            raise UnreadableInput(
                self.name,
                f'there is no sheet "{wanted}"',
                "one of " + ", ".join(titles),
                "Correct sheet in the mapping.",
            )
        return [wanted]

    def rows(self, title: str) -> Iterator[Row]:
        """All rows of a sheet that hold something, as text."""
        try:
            for number, cells in enumerate(self._book.get_sheet_by_name(title).iter_rows(), 1):
                yield number, [cell_text(cell) for cell in cells]
        except GeneratorExit:
            raise
        except BaseException as error:
            raise self._error(error) from error

    def _error(self, error: BaseException) -> BaseException:
        """A message for what the library raises; it also panics, which is no ``Exception``."""
        if isinstance(error, (KeyboardInterrupt, SystemExit, UnreadableInput)):
            return error
        return damaged(self.name, str(error).split("\n")[0][:100])

    def _locked(self) -> UnreadableInput:
        return UnreadableInput(
            self.name,
            "the workbook is locked with a password",
            "a workbook without one",
            "Save it without a password.",
        )


def _is_locked(path: Path) -> bool:
    """Whether it is the shell that Excel puts around an encrypted workbook."""
    with path.open("rb") as file:
        if file.read(len(OLE)) != OLE:
            return False
        return "EncryptedPackage".encode("utf-16-le") in file.read(LOOKED_INTO)


def _read_sheet(
    sheet: _Sheet, rows: Iterator[Row], name: str, settings: ReadSettings, notes: list[str]
) -> RawTable | None:
    first = list(islice((row for row in rows if any(cell.strip() for cell in row[1])), LOOKED_AT))
    place = _names_place(first, settings)
    if place is None:
        if first:
            notes.append(f'sheet "{sheet.title}" has no row of column names and was left out')
        return None
    width = max(len(cells) for _, cells in first)
    heading = first[place][1] if place >= 0 else []
    sheet.columns, named_notes = unique_names(heading, width, name)
    _write(sheet, chain(first[place + 1 :], rows), first[place][0] if place >= 0 else 0, name)
    return _stored(sheet, [cell.strip() for cell in heading], named_notes, place, first, notes)


def _names_place(first: Sequence[Row], settings: ReadSettings) -> int | None:
    if settings.header_row == 0:
        return -1 if first else None
    if settings.header_row is not None:
        return next((place for place, (number, _) in enumerate(first) if number == settings.header_row), None)
    records = [cells for _, cells in first]
    most = max((sum(1 for cell in cells if cell.strip()) for cells in records), default=0)
    return names_row(records, most)


def _write(sheet: _Sheet, rows: Iterator[Row], above: int, name: str) -> None:
    with sheet.stem.with_suffix(".csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
        for number, cells in rows:
            filled = [place for place, cell in enumerate(cells) if cell.strip()]
            if not filled:
                continue
            sheet.blank += number - above - 1
            above = number
            sheet.rows += 1
            sheet.filled.update(filled)
            sheet.longest = max(sheet.longest, sum(map(len, cells)))
            writer.writerow((sheet.rows, number, *cells))
            if sheet.seen.errors:
                _note_errors(sheet, number, name)


def _note_errors(sheet: _Sheet, number: int, name: str) -> None:
    for place, column in enumerate(sheet.columns):
        if (number - 1, place) in sheet.seen.errors:
            issue = LoadIssue(
                file=name,
                row=sheet.rows,
                line=number,
                column=column,
                value=None,
                expected="a value; the cell holds a formula error such as #REF!",
                kind="unreadable",
                outcome="loaded",
            )
            sheet.issues.append(issue)


def _stored(
    sheet: _Sheet,
    heading: list[str],
    named_notes: list[str],
    place: int,
    first: Sequence[Row],
    notes: list[str],
) -> RawTable:
    kept = [n for n, _ in enumerate(sheet.columns) if n in sheet.filled or (n < len(heading) and heading[n])]
    columns = tuple(sheet.columns[n] for n in kept)
    codes = [f"c{n}" for n in range(len(sheet.columns))]
    source = csv_source(sheet.stem.with_suffix(".csv"), ["n", "l", *codes], ",", longest=sheet.longest * 4)
    picked = named([codes[n] for n in kept], columns)
    stored = sheet.stem.with_suffix(".parquet")
    numbers = "cast(n as bigint) as source_row, cast(l as bigint) as source_line"
    rows = store(f"select {numbers}, {picked} from {source}", stored, sheet.stem.parent)
    if rows != sheet.rows:
        raise RuntimeError(f"{sheet.rows} rows were written and {rows} read back")
    sheet.stem.with_suffix(".csv").unlink()
    prefix = f'sheet "{sheet.title}": '
    dropped = {f"it is called {name}" for n, name in enumerate(sheet.columns) if n not in kept}
    notes += [prefix + note for note in named_notes if not any(note.endswith(end) for end in dropped)]
    if place > 0:
        notes.append(f"{prefix}column names stand in row {first[place][0]}")
    if sheet.blank:
        notes.append(f"{prefix}{sheet.blank:,} blank row{'s were' if sheet.blank > 1 else ' was'} skipped")
    return RawTable(
        name=sheet.title, relation=relation(stored), columns=columns, rows=rows, issues=tuple(sheet.issues)
    )
