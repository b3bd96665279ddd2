"""A filled workbook, as rows under the titles that its sheets were written with."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ringtrue.model.cell_text import plain
from ringtrue.model.errors import UnreadableInput

Value = str | float | date | datetime | bool | None
ABOUT = "About"


@dataclass(frozen=True)
class Problem:
    """A cell that could not be taken: where it is, what was found, what was expected. ``row`` as Excel counts."""

    sheet: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.sheet}, row {self.row}, {self.column}: {self.found}. Expected {self.expected}."


@dataclass(frozen=True)
class FilledRow:
    """One row of a sheet: its number as Excel counts, and its values by the titles of the columns."""

    row: int
    values: Mapping[str, Value]


@dataclass(frozen=True)
class Sheet:
    """The filled rows of one sheet; empty ones are left out."""

    name: str
    rows: tuple[FilledRow, ...]


@dataclass(frozen=True)
class Filled:
    """A workbook: what its sheet ``About`` says of it, and its other sheets."""

    about: Mapping[str, str]
    sheets: Mapping[str, Sheet]


def read_filled(path: Path) -> Filled:
    """Read a workbook that Ringtrue wrote and somebody filled in. UnreadableInput if it is none."""
    cells = _grids(path)
    if ABOUT not in cells:
        raise UnreadableInput(
            path.name,
            f"it has the sheets {', '.join(cells)}",
            f'a workbook that Ringtrue wrote, with its sheet "{ABOUT}"',
            "Write the paper again with `ringtrue paper` and copy the rows into it.",
        )
    about = {
        str(row[0]): str(row[1]) for row in cells.pop(ABOUT) if len(row) > 1 and row[0] not in ("", None)
    }
    return Filled(about, {name: _sheet(name, grid, about) for name, grid in cells.items()})


def _grids(path: Path) -> dict[str, list[list[Any]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(path)
        return {name: _grid(book, name) for name in book.sheet_names}
    except (CalamineError, OSError) as error:
        raise UnreadableInput(
            path.name,
            f"it cannot be opened ({error})",
            "an Excel workbook (.xlsx)",
            "Save it as .xlsx and try again.",
        ) from error


def _grid(book: Any, name: str) -> list[list[Any]]:
    grid: list[list[Any]] = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return grid


def _sheet(name: str, grid: list[list[Any]], about: Mapping[str, str]) -> Sheet:
    """The rows under the headings. The headings stand in the row that ``About`` names, else in the first filled one."""
    heading = int(float(about.get(f"heading row: {name}", 0) or 0)) - 1
    if heading < 0:
        heading = next((place for place, row in enumerate(grid) if any(map(_filled, row))), len(grid))
    titles = [
        str(title).strip() if _filled(title) else ""
        for title in (grid[heading] if heading < len(grid) else [])
    ]
    rows = [
        FilledRow(place + 1, {title: _value(cell) for title, cell in zip(titles, row, strict=False) if title})
        for place, row in enumerate(grid)
        if place > heading and any(map(_filled, row))
    ]
    return Sheet(name, tuple(rows))


def _filled(cell: Value) -> bool:
    return cell is not None and str(cell).strip() != ""


def _value(cell: Value) -> Value:
    return (plain(cell.strip()) if isinstance(cell, str) else cell) if _filled(cell) else None
