"""Workbooks as somebody who opens them sees them."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

Grid = list[list[Any]]


def sheets(path: Path) -> dict[str, Grid]:
    """Every sheet with the values of its cells, from the first row on."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def about(path: Path) -> dict[str, str]:
    """What the sheet About says."""
    return {str(row[0]): str(row[1]) for row in sheets(path)["About"] if row[0]}


def table(path: Path, name: str) -> list[dict[str, Any]]:
    """The rows below the headings of a sheet."""
    grid = sheets(path)[name]
    heading = int(about(path)[f"heading row: {name}"]) - 1
    return [
        dict(zip(grid[heading], row, strict=True)) for row in grid[heading + 1 :] if any(c != "" for c in row)
    ]


def part(path: Path, name: str) -> str:
    """A part of the file as text."""
    with ZipFile(path) as archive:
        return archive.read(name).decode()
