"""Writing one value into one cell: text as text, numbers as numbers, moments as dates, nothing as nothing."""

import math
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ringtrue.model.cell_text import cell_text
from ringtrue.reports.excel.column import Link, Marked, SheetColumn, Value
from ringtrue.reports.excel.look import COLOURS, DAY, LINE, LOCKED, MOMENT, Look

if TYPE_CHECKING:
    from xlsxwriter.format import Format  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

_MOST_LINKS = 65_000
_EXACT = 2**53
_FIRST_DAY = date(1900, 3, 1)


class Cells:
    """Writes the values of one sheet, each in the format of its column."""

    def __init__(
        self, sheet: "Worksheet", look: Look, name: Callable[[str], str], columns: Sequence[SheetColumn]
    ) -> None:
        self._sheet, self._look, self._name = sheet, look, name
        self._links = 0
        self._columns = columns
        self._formats = [column_format(look, column) for column in columns]
        self._days = [column_format(look, column, DAY) for column in columns]
        self._moments = [column_format(look, column, MOMENT) for column in columns]

    def row(self, row: int, values: Sequence[Value]) -> None:
        """One row of values, one for each column."""
        write, formats = self._sheet.write_string, self._formats
        for place, value in enumerate(values):
            if type(value) is str:
                write(row, place, cell_text(value), formats[place])
            elif value is None:
                self._sheet.write_blank(row, place, None, formats[place])
            else:
                self.write(row, place, value, formats[place])

    def write(self, row: int, place: int, value: Value, format: "Format") -> None:
        """One value into one cell."""
        if isinstance(value, bool):
            self._sheet.write_boolean(row, place, value, format)
        elif isinstance(value, int | float):
            self._number(row, place, value, format)
        elif isinstance(value, str):
            self._sheet.write_string(row, place, cell_text(value), format)
        elif isinstance(value, date):
            self._moment(row, place, value)
        elif isinstance(value, Marked):
            self._marked(row, place, value)
        elif value is not None:
            self.link(row, place, value)

    def link(self, row: int, place: int, value: Link) -> None:
        """A link to another sheet; plain text beyond what a sheet can hold of them."""
        self._links += 1
        text, look = cell_text(value.text), self._look
        if self._links > _MOST_LINKS:
            self._sheet.write_string(row, place, text, self._formats[place])
            return
        name = self._name(value.sheet).replace("'", "''")
        self._sheet.write_url(row, place, f"internal:'{name}'!{value.cell}", look.link(), string=text)

    def _number(self, row: int, place: int, value: int | float, format: "Format") -> None:
        if math.isfinite(value) and abs(value) <= _EXACT:
            self._sheet.write_number(row, place, value, format)
        else:
            self._sheet.write_string(row, place, cell_text(str(value)), format)

    def _moment(self, row: int, place: int, value: date) -> None:
        is_moment = isinstance(value, datetime)
        if isinstance(value, datetime) and value.tzinfo is not None:
            value = value.astimezone(UTC).replace(tzinfo=None)
        if (value.date() if isinstance(value, datetime) else value) < _FIRST_DAY:
            self._sheet.write_string(row, place, value.isoformat(), self._formats[place])
        else:
            formats = self._moments if is_moment else self._days
            self._sheet.write_datetime(row, place, value, formats[place])

    def _marked(self, row: int, place: int, value: Marked) -> None:
        if isinstance(value.value, Link):
            self.link(row, place, value.value)
            return
        colour = COLOURS[value.colour]
        format = column_format(self._look, self._columns[place], bg_color=colour)
        self.write(row, place, value.value, format)


def column_format(
    look: Look, column: SheetColumn, shown: str | None = None, lined: bool = True, **further: Any
) -> "Format":
    """The format of a column's cells, with this format of numbers or its own."""
    given: dict[str, Any] = {"border": 1, "border_color": LINE} if lined else {}
    if number := shown or column.number or (DAY if column.date else None):
        given["num_format"] = number
    if column.wrap:
        given["text_wrap"] = True
    if column.locked:
        given["bg_color"] = LOCKED
    else:
        given["locked"] = False
    return look.format(**{**given, **further})
