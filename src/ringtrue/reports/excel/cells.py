"""Writing one value into one cell: text as text, numbers as numbers, moments as dates, nothing as nothing."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ringtrue.model.cell_text import cell_text
from ringtrue.reports.excel.column import Link, SheetColumn, Value
from ringtrue.reports.excel.look import DAY, LOCKED, MOMENT, Look

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_MOST_LINKS = 65_000
_EXACT = 2**53
_FIRST_DAY = date(1900, 3, 1)


class Cells:
    """Writes the values of one sheet."""

    def __init__(self, sheet: "Worksheet", look: Look, name: Callable[[str], str]) -> None:
        self._sheet, self._look, self._name = sheet, look, name
        self._links = 0

    def write(self, row: int, place: int, value: Value, format: "Format", column: SheetColumn) -> None:
        """The value into the cell; an empty one only if its column is shaded."""
        if isinstance(value, str):
            self._sheet.write_string(row, place, cell_text(value), format)
        elif value is None:
            self._sheet.write_blank(row, place, None, format)
        elif isinstance(value, bool):
            self._sheet.write_boolean(row, place, value, format)
        elif isinstance(value, int | float):
            self._number(row, place, value, format)
        elif isinstance(value, date):
            self._moment(row, place, value, column)
        else:
            self._link(row, place, value, format)

    def _number(self, row: int, place: int, value: int | float, format: "Format") -> None:
        if math.isfinite(value) and abs(value) <= _EXACT:
            self._sheet.write_number(row, place, value, format)
        else:
            self._sheet.write_string(row, place, cell_text(str(value)), format)

    def _moment(self, row: int, place: int, value: date, column: SheetColumn) -> None:
        shown = MOMENT if isinstance(value, datetime) else DAY
        if isinstance(value, datetime) and value.tzinfo is not None:
            value = value.astimezone(UTC).replace(tzinfo=None)
        if (value.date() if isinstance(value, datetime) else value) < _FIRST_DAY:
            self._sheet.write_string(row, place, value.isoformat(), column_format(self._look, column))
        else:
            self._sheet.write_datetime(row, place, value, column_format(self._look, column, shown))

    def _link(self, row: int, place: int, value: Link, format: "Format") -> None:
        self._links += 1
        text = cell_text(value.text)
        if self._links > _MOST_LINKS:
            self._sheet.write_string(row, place, text, format)
            return
        name = self._name(value.sheet).replace("'", "''")
        self._sheet.write_url(row, place, f"internal:'{name}'!{value.cell}", self._look.link(), string=text)


def column_format(look: Look, column: SheetColumn, shown: str | None = None) -> "Format":
    """The format of a column's cells, with this format of numbers or its own."""
    number = shown or column.number or (DAY if column.date else None)
    given = {"num_format": number} if number else {}
    if column.wrap:
        given["text_wrap"] = True  # type: ignore[assignment]
    if column.locked:
        given["bg_color"] = LOCKED
    else:
        given["locked"] = False  # type: ignore[assignment]
    return look.format(**given)
