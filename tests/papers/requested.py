"""An evidence request on its way: written blank, filled in as an auditee does it, read back."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from ringtrue import api
from ringtrue.engine.audit.audit_folder import AuditFolder
from ringtrue.papers.request.scope import Asked
from ringtrue.papers.request.workbook import Request, write_request
from ringtrue.tables import table
from ringtrue.tables.form import Form
from ringtrue.tables.labels import labels

Grid = list[list[Any]]
Edit = Callable[[Grid], None]


def blank(path: Path, tables: Sequence[str], language: str = "en") -> Path:
    """A blank request for these tables."""
    write_request(path, Request(tuple(Asked(name) for name in tables), language, "An audit"))
    return path


def grids(path: Path) -> dict[str, Grid]:
    """Every sheet with its cells."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def saved(path: Path, sheets: Mapping[str, Grid]) -> Path:
    """A workbook with these cells, as a spreadsheet saves it after somebody has worked in it."""
    with xlsxwriter.Workbook(str(path), {"strings_to_urls": False, "strings_to_formulas": False}) as book:
        moment = book.add_format({"num_format": "dd.mm.yyyy hh:mm:ss"})
        for name, grid in sheets.items():
            sheet = book.add_worksheet(name)
            for row, cells in enumerate(grid):
                for place, cell in enumerate(cells):
                    if hasattr(cell, "isoformat"):
                        sheet.write_datetime(row, place, cell, moment)
                    elif cell is not None and cell != "":
                        sheet.write(row, place, cell)
    return path


def heading(grid: Grid, remark: str = "Remark") -> int:
    """The place of the row of headings."""
    return next(place for place, row in enumerate(grid) if row and row[0] == remark)


def row(grid: Grid, values: Mapping[str, Any], form: Form) -> list[Any]:
    """A row of a sheet with these values, by the names of the columns."""
    titles = grid[heading(grid, form.remark)]
    by_title = {form.headings[name]: value for name, value in values.items()}
    return [by_title.get(title, "") for title in titles]


def filled(
    path: Path,
    rows: Mapping[str, Sequence[Mapping[str, Any]]],
    language: str = "en",
    edit: Edit | None = None,
) -> Path:
    """A request with these rows below the examples, and then edited as ``edit`` does with each of its grids."""
    sheets = grids(blank(path, list(rows), language))
    for name, values in rows.items():
        form = Form(table(name), labels(language))
        grid = sheets[form.labels.table(form.table)]
        grid.extend(row(grid, one, form) for one in values)
        if edit:
            edit(grid)
    return saved(path, sheets)


def imported(path: Path, out: Path) -> AuditFolder:
    """The audit folder into which that file was read."""
    read = api.import_sources([path], out)
    assert not read.errors
    return read.folder
