"""Looks through a packed workbook before it is loaded: how large each sheet would be, and which cells hold
errors.

A sheet is loaded as the whole rectangle that holds its cells, so that one value in the last corner of an
otherwise empty sheet would
take all memory there is.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from ringtrue.importers.reading import limits
from ringtrue.model.errors import UnreadableInput

CHUNK = 1 << 20
MOST_ERRORS = 10_000
"""Error cells that are told one by one."""

_CELL = re.compile(
    rb"""<c r="[A-Z]{1,3}[0-9]{1,7}"(?: s="[0-9]+")?/>|\br\s*=\s*["']([A-Z]{1,3})([0-9]{1,7})["']""", re.I
)
_ERROR = re.compile(
    rb"""<(?:\w+:)?c\s(?=[^>]*\bt=["']e["'])[^>]*\br=["']([A-Z]{1,3})([0-9]{1,7})["']""", re.I
)

Cell = tuple[int, int]
"""Row and column, both from 0."""


@dataclass
class Seen:
    """What was found in one sheet."""

    rows: int = 0
    columns: int = 0
    errors: set[Cell] = field(default_factory=set)


def look_through_xlsx(path: Path, name: str) -> dict[str, Seen]:
    """What each sheet by its name holds. Raises ``UnreadableInput`` for bombs and damage."""
    with _opened(path, name) as archive:
        unpacked = 0
        seen: dict[str, Seen] = {}
        for member in archive.infolist():
            is_sheet = member.filename.startswith("xl/worksheets/") and member.filename.endswith(".xml")
            sheet = seen.setdefault(member.filename, Seen()) if is_sheet else Seen()
            for chunk in _chunks(archive, member, name):
                unpacked += len(chunk)
                _refuse_growth(unpacked, path, name)
                if is_sheet:
                    _note_cells(chunk, sheet)
        for sheet in seen.values():
            _refuse_size(sheet, name)
        return {title: seen[part] for title, part in _sheet_parts(archive).items() if part in seen}


def look_through_ods(path: Path, name: str) -> dict[str, Seen]:
    """What each sheet by its name holds. Raises ``UnreadableInput`` for bombs and damage."""
    with _opened(path, name) as archive:
        unpacked = 0
        scan = _OdsScan(name)
        for chunk in _chunks(archive, archive.getinfo("content.xml"), name):
            unpacked += len(chunk)
            _refuse_growth(unpacked, path, name)
            scan.feed(chunk)
        return scan.seen


def damaged(name: str, cause: str) -> UnreadableInput:
    """The error for a workbook that cannot be opened."""
    return UnreadableInput(
        name,
        f"the workbook is damaged ({cause})",
        "a workbook that opens in Excel or LibreOffice",
        "Open it there and save it again as xlsx.",
    )


def _opened(path: Path, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise damaged(name, str(error)) from error


def _chunks(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
    """The unpacked member in pieces that end before a tag begins."""
    try:
        with archive.open(member) as file:
            yield from _whole_tags(file)
    except (OSError, zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise damaged(name, str(error)[:100]) from error


def _whole_tags(file: IO[bytes]) -> Iterator[bytes]:
    rest = b""
    while piece := file.read(CHUNK):
        whole, tag, rest = (rest + piece).rpartition(b"<")
        if len(rest) > CHUNK:
            yield whole + tag + rest
            rest = b""
        else:
            yield whole
            rest = tag + rest
    yield rest


def _refuse_growth(unpacked: int, path: Path, name: str) -> None:
    if unpacked > limits.MAX_WORKBOOK or (
        unpacked > limits.RATIO_FROM and unpacked > limits.MAX_RATIO * path.stat().st_size
    ):
        raise _too_large(name, f"it grows to more than {unpacked >> 20:,} MB when unpacked")


def _refuse_size(sheet: Seen, name: str) -> None:
    if sheet.rows * sheet.columns > limits.MAX_CELLS:
        raise _too_large(name, f"a sheet reaches to row {sheet.rows:,} and column {sheet.columns:,}")


def _too_large(name: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        name,
        found,
        f"sheets that reach over at most {limits.MAX_CELLS:,} cells",
        "Save the sheet as CSV, or delete stray cells far from the table.",
    )


def _note_cells(chunk: bytes, sheet: Seen) -> None:
    found = _CELL.findall(chunk)
    if found:
        sheet.columns = max(sheet.columns, max(map(_column, {letters for letters, _ in found})))
        sheet.rows = max(sheet.rows, max(int(number or 0) for _, number in found))
    if b't="e"' in chunk or b"t='e'" in chunk:
        errors = {(int(number) - 1, _column(letters) - 1) for letters, number in _ERROR.findall(chunk)}
        sheet.errors |= errors if len(sheet.errors) < MOST_ERRORS else set()


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Which part of the archive is the sheet of which name; empty where the workbook does not say it
    plainly."""
    try:
        book = ElementTree.fromstring(_small(archive, "xl/workbook.xml"))
        links = ElementTree.fromstring(_small(archive, "xl/_rels/workbook.xml.rels"))
    except (KeyError, ElementTree.ParseError):
        return {}
    targets = {
        link.get("Id", ""): normpath(join("/xl", link.get("Target", ""))).lstrip("/") for link in links
    }
    sheets = [sheet for sheet in book.iter() if sheet.tag.rpartition("}")[2] == "sheet"]
    return {sheet.get("name", ""): targets.get(_link(sheet), "") for sheet in sheets}


def _small(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as file:
        content = file.read(CHUNK)
    return b"" if b"<!DOCTYPE" in content else content


def _link(sheet: ElementTree.Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


class _OdsScan:
    """Follows the rows and cells of an OpenDocument sheet, with their repeats."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: dict[str, Seen] = {}
        self._sheet = Seen()
        self._row, self._rows, self._column = 0, 1, 0
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, chunk: bytes) -> None:
        try:
            self._parser.Parse(chunk, False)
        except (expat.ExpatError, ValueError) as error:
            raise damaged(self.name, str(error)[:100]) from error
        _refuse_size(self._sheet, self.name)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "table:table":
            self._sheet = self.seen.setdefault(attributes.get("table:name", ""), Seen())
            self._row = 0
        elif element == "table:table-row":
            self._rows, self._column = int(attributes.get("table:number-rows-repeated", 1)), 0
        elif element in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        repeats = int(attributes.get("table:number-columns-repeated", 1))
        if "office:value-type" in attributes:
            self._sheet.columns = max(self._sheet.columns, self._column + repeats)
            self._sheet.rows = self._row + self._rows
            if attributes.get("calcext:value-type") == "error" and len(self._sheet.errors) < MOST_ERRORS:
                self._sheet.errors.add((self._row, self._column))
        self._column += repeats

    def _end(self, element: str) -> None:
        if element == "table:table-row":
            self._row += self._rows
            _refuse_size(self._sheet, self.name)

    def _doctype(self, *_: object) -> None:
        raise damaged(self.name, "it declares a document type")
