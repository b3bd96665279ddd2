"""The organisation's own criteria in an Excel workbook: one sheet with a row for each rule and, where wanted, a sheet ``About``."""

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ringtrue.model.errors import UnreadableInput

_LISTS = frozenset({"procedures", "described_in", "shown_by", "serves"})
HEADINGS = {
    "id": ("id", "number", "clause", "rule number", "nummer", "nr.", "nr", "abschnitt", "regelnummer"),
    "title": ("title", "name", "titel", "bezeichnung"),
    "intent": ("intent", "purpose", "zweck", "absicht"),
    "text": ("text", "rule", "requirement", "regel", "anforderung", "wortlaut"),
    "documented": ("documented", "documented information", "dokumentierte information"),
    "undocumented": ("undocumented",),
    "evidence": ("evidence", "operating evidence", "nachweis", "nachweise"),
    "typical_nonconformity": ("typical nonconformity", "typische nichtkonformität"),
    "outcome_question": ("outcome question", "question", "ergebnisfrage", "frage"),
    "procedures": ("procedures", "verfahren"),
    "unjudged": ("unjudged",),
    "described_in": ("described in", "beschrieben in"),
    "shown_by": ("shown by", "gezeigt durch"),
    "serves": ("serves", "serves clauses", "clauses served", "dient", "normabschnitte", "normabschnitt"),
}
"""The headings that are known for each field, in English and German; the field's own name is one of them, too."""

MOST_UNPACKED = 100 * 1024 * 1024
MOST_CELLS = 1_000_000
_REFERENCE = re.compile(rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")

Row = tuple[dict[str, Any], Callable[[str], str]]


def read_workbook(path: Path, name: str) -> tuple[dict[str, str], list[Row]]:
    """What the workbook says of itself, and its rules, each with the place of every field. UnreadableInput if it holds none."""
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_bombs(path, name)
    try:
        book = CalamineWorkbook.from_path(path)
        grids = {
            sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
            for sheet in book.sheet_names
        }
    except (CalamineError, OSError) as error:
        raise _no_workbook(name, str(error)) from error
    about = {
        str(row[0]).strip().lower(): str(row[1]).strip()
        for sheet, grid in grids.items()
        if sheet.lower() in ("about", "über")
        for row in grid
        if len(row) > 1
    }
    for sheet, grid in grids.items():
        for number, heading in enumerate(grid[:20]):
            fields = [_field(str(cell)) for cell in heading]
            if {"id", "title"} <= set(fields):
                titles = [str(cell).strip() for cell in heading]
                return about, list(_rows(sheet, grid, number, fields, titles))
    raise UnreadableInput(
        name,
        f"no sheet has headings for the rules (sheets: {', '.join(grids)})",
        "a row of headings with at least `id` and `title`",
        "See docs/how-to/own-criteria.md.",
    )


def _rows(
    sheet: str, grid: list[list[Any]], heading: int, fields: list[str], titles: list[str]
) -> Iterator[Row]:
    told = dict(zip(fields, titles, strict=True))
    for number, cells in enumerate(grid[heading + 1 :], heading + 2):
        texts = [_text(cell) for cell in cells]
        if not any(texts):
            continue
        values = {
            field: [part.strip() for part in text.split(";") if part.strip()] if field in _LISTS else text
            for field, text in zip(fields, texts, strict=False)
            if field
        }
        yield values, _place(sheet, number, told)


def _place(sheet: str, number: int, told: dict[str, str]) -> Callable[[str], str]:
    return lambda key: f'sheet "{sheet}", row {number}, column "{told.get(key, key)}"'


def _field(heading: str) -> str:
    """The field that a heading means, the heading itself where it is not known."""
    plain = " ".join(heading.lower().replace("_", " ").split())
    for field, known in HEADINGS.items():
        if plain == field.replace("_", " ") or plain in known:
            return field
    return heading.strip()


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return str(cell).strip()


def _refuse_bombs(path: Path, name: str) -> None:
    """A packed workbook can be enormous once unpacked, and one cell in the far corner makes an enormous sheet."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(member.file_size for member in archive.infolist()) > MOST_UNPACKED:
                raise _no_workbook(name, "unpacked it would be larger than 100 MB")
            for member in archive.infolist():
                if member.filename.startswith("xl/worksheets/"):
                    _refuse_corner(archive.read(member), name)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError) as error:
        raise _no_workbook(name, str(error)) from error


def _refuse_corner(content: bytes, name: str) -> None:
    places = [(_column(found[1]), int(found[2])) for found in _REFERENCE.finditer(content)]
    columns, rows = (max((place[side] for place in places), default=0) for side in (0, 1))
    if columns * rows > MOST_CELLS:
        raise _no_workbook(name, f"a sheet reaches to row {rows} and column {columns}")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _no_workbook(name: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        name, f"it cannot be read ({found[:200]})", "an Excel workbook (.xlsx)", "Save it anew as .xlsx."
    )
