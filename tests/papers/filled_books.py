"""Fills in a workbook as a person would: cells by sheet, row and title of the column."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from ringtrue.papers.filled import ABOUT, read_filled


def fill(paper: Path, out: Path, rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> Path:
    """A copy of a paper in which these sheets hold these rows, by the titles of the columns; the others stay as they are."""
    book = CalamineWorkbook.from_object(BytesIO(paper.read_bytes()))
    about = read_filled(paper).about
    with Workbook(out, {"default_date_format": "yyyy-mm-dd"}) as written:
        for name in book.sheet_names:
            grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            heading = int(about.get(f"heading row: {name}", 1)) - 1
            if name in rows and name != ABOUT:
                titles = grid[heading]
                grid = [*grid[: heading + 1], *([row.get(title) for title in titles] for row in rows[name])]
            _write(written.add_worksheet(name), grid)
    return out


def complete(paper: Path, sheet: str, rows: Sequence[Mapping[str, Any]], every: bool = False) -> None:
    """Fill in a paper in its place: rows whose first cell is there already are completed, others are added; or every row is."""
    there = rows_of(paper, sheet)
    key = next(iter(rows[0]))
    if every:
        filled = [{**row, **rows[0]} for row in there]
    else:
        known = {str(row[key]): row for row in there}
        told = [(str(row[key]), row) for row in rows]
        given = dict(told)
        filled = [{**row, **given.get(name, {})} for name, row in known.items()]
        filled += [row for name, row in told if name not in known]
    fill(paper, paper, {sheet: filled})


def rows_of(paper: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet as they were written."""
    return [dict(row.values) for row in read_filled(paper).sheets[sheet].rows]


def _write(sheet: Any, grid: Sequence[Sequence[Any]]) -> None:
    for place, row in enumerate(grid):
        for column, value in enumerate(row):
            if value not in (None, ""):
                sheet.write(place, column, value)
