"""One sheet with one table: what stands above it, its headings, its rows, and the rules of its columns."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil
from typing import TYPE_CHECKING

from ringtrue.model.cell_text import cell_text
from ringtrue.model.errors import WrongUse
from ringtrue.reports.excel.cells import Cells, column_format
from ringtrue.reports.excel.column import Link, SheetColumn, Value, Written
from ringtrue.reports.excel.lists import Lists
from ringtrue.reports.excel.look import Look

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_MOST_ROWS = 1_048_576
_NOTE_WIDTH = 120
_LINE = 13.5
_HIGHEST = 400.0
_LOOKED_AT = 10_000
_PAGE_WIDTH = 230


def write_table(
    sheet: "Worksheet",
    *,
    look: Look,
    lists: Lists,
    name: Callable[[str], str],
    columns: tuple[SheetColumn, ...],
    rows: Iterable[Sequence[Value]],
    above: tuple[str | None, tuple[str | Link, ...]],
    help_line: bool,
    blank: int,
    freeze: tuple[bool, int],
    filtered: bool,
    tab: str | None,
) -> Written:
    """Write it; the sheet's own name and place of headings are in what is returned."""
    _widths(sheet, look, columns)
    cells = Cells(sheet, look, name, columns)
    heading = _above(sheet, look, cells, columns, above)
    if help_line:
        heading = _help_line(sheet, look, heading, columns)
    _headings(sheet, look, heading, columns, comments=not help_line)
    count = _rows(sheet, cells, heading + 1, columns, rows)
    last = heading + max(count + blank, 1)
    _rules(sheet, lists, heading + 1, last, columns)
    _page(sheet, heading, freeze, columns)
    if filtered and columns:
        sheet.autofilter(heading, 0, max(heading + count + blank, heading + 1), len(columns) - 1)
    if tab:
        sheet.set_tab_color(tab)
    if any(column.locked for column in columns):
        sheet.protect("", _ALLOWED)
    return Written(name=sheet.get_name(), heading_row=heading + 1, rows=count, columns=columns)


_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
}


def width(column: SheetColumn) -> float:
    """The column's width in characters."""
    return column.width if column.width is not None else min(max(len(column.title) + 3, 10), 40)


def _widths(sheet: "Worksheet", look: Look, columns: tuple[SheetColumn, ...]) -> None:
    for place, column in enumerate(columns):
        sheet.set_column(place, place, width(column), column_format(look, column, lined=False))


def _above(
    sheet: "Worksheet",
    look: Look,
    cells: Cells,
    columns: tuple[SheetColumn, ...],
    above: tuple[str | None, tuple[str | Link, ...]],
) -> int:
    """Writes title and notes, and gives the row (from 0) that comes after them."""
    title, notes = above
    lines: list[str | Link] = [*([title] if title else []), *notes]
    for row, line in enumerate(lines):
        if isinstance(line, Link):
            cells.link(row, 0, line)
        else:
            _line(sheet, look, row, line, columns, bold=row == 0 and title is not None)
    return len(lines) + 1 if lines else 0


def _line(
    sheet: "Worksheet", look: Look, row: int, text: str, columns: tuple[SheetColumn, ...], bold: bool
) -> None:
    last, wide = _span(columns)
    shown = cell_text(text)
    needed = sum(max(ceil(len(part) * (1.25 if bold else 1.0) / wide), 1) for part in shown.split("\n"))
    sheet.set_row(row, (18 if bold else _LINE) * min(needed, 25) + (2 if needed > 1 else 0))
    if last:
        sheet.merge_range(row, 0, row, last, "", look.note(bold))
    sheet.write_string(row, 0, shown, look.note(bold))


def _span(columns: tuple[SheetColumn, ...]) -> tuple[int, float]:
    """The last of the first columns that together are about a page wide, and how wide they are."""
    wide = 0.0
    for place, column in enumerate(columns):
        wide += width(column)
        if wide >= _NOTE_WIDTH:
            return place, wide
    return max(len(columns) - 1, 0), max(wide, 10.0)


def _help_line(sheet: "Worksheet", look: Look, row: int, columns: tuple[SheetColumn, ...]) -> int:
    needed = max((ceil(len(c.help or "") / (width(c) * 1.1)) for c in columns), default=1)
    sheet.set_row(row, 12.5 * min(max(needed, 1), 20) + 4)
    for place, column in enumerate(columns):
        sheet.write_string(row, place, cell_text(column.help or ""), look.help())
    return row + 1


def _headings(
    sheet: "Worksheet", look: Look, row: int, columns: tuple[SheetColumn, ...], comments: bool
) -> None:
    needed = max((ceil((len(c.title) + 2) / width(c)) for c in columns), default=1)
    sheet.set_row(row, 14 * min(needed, 4) + 6)
    for place, column in enumerate(columns):
        sheet.write_string(row, place, cell_text(column.title), look.heading(column.required))
        if comments and column.help:
            lines = ceil(len(column.help) / 42) + column.help.count("\n") + 1
            sheet.write_comment(row, place, column.help, {"x_scale": 2.2, "y_scale": max(lines * 0.22, 0.5)})


def _rows(
    sheet: "Worksheet",
    cells: Cells,
    first: int,
    columns: tuple[SheetColumn, ...],
    rows: Iterable[Sequence[Value]],
) -> int:
    wrapped = [(place, width(column)) for place, column in enumerate(columns) if column.wrap]
    number = first
    for number, values in enumerate(rows, first + 1):
        if number > _MOST_ROWS:
            raise WrongUse(f"the sheet {sheet.get_name()} has more than {_MOST_ROWS:,} rows. Split it.")
        if wrapped and (lines := max(_lines(values[place], wide) for place, wide in wrapped)) > 1:
            sheet.set_row(number - 1, min(_LINE * lines + 2, _HIGHEST))
        cells.row(number - 1, values)
    return number - first


def _lines(value: Value, wide: float) -> int:
    """The lines that a text needs in a column, as spreadsheets do not all work that out by themselves."""
    if not isinstance(value, str):
        return 1
    return sum(max(ceil(len(part) * 0.92 / wide), 1) for part in value[:_LOOKED_AT].split("\n"))


def _rules(sheet: "Worksheet", lists: Lists, first: int, last: int, columns: tuple[SheetColumn, ...]) -> None:
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{_MOST_ROWS}"})
    for place, column in enumerate(columns):
        if column.choices:
            sheet.data_validation(first, place, last, place, lists.rule(column))


def _page(
    sheet: "Worksheet", heading: int, freeze: tuple[bool, int], columns: tuple[SheetColumn, ...]
) -> None:
    frozen, places = freeze
    if frozen:
        sheet.freeze_panes(heading + 1, places)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(max(round(sum(map(width, columns)) / _PAGE_WIDTH), 1), 0)
    sheet.repeat_rows(heading)
    sheet.set_footer("&L&A&R&P / &N")
