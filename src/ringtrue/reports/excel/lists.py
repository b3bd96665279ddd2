"""Drop-down lists: short ones inside the cell's rule, long ones on a hidden sheet."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from ringtrue.model.cell_text import cell_text
from ringtrue.reports.excel.column import SheetColumn

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

SHEET = "Lists"
_MOST_INSIDE = 255


class Lists:
    """The lists of one workbook; equal ones are written once."""

    def __init__(self) -> None:
        self._long: list[tuple[str, ...]] = []

    def rule(self, column: SheetColumn) -> dict[str, Any]:
        """The rule of a column with choices, as XlsxWriter wants it."""
        given = self._source(column.choices)
        kind = "warning" if column.open_choices else "stop"
        return {"validate": "list", "source": given, "error_type": kind, "ignore_blank": True}

    def write(self, workbook: "Workbook") -> None:
        """The hidden sheet with the long lists, if there are any."""
        if not self._long:
            return
        sheet = workbook.add_worksheet(SHEET)
        sheet.hide()
        for number, row in enumerate(zip_longest(*self._long)):
            for place, choice in enumerate(row):
                if choice is not None:
                    sheet.write_string(number, place, cell_text(choice))

    def _source(self, choices: Sequence[str]) -> list[str] | str:
        joined = ",".join(choices)
        if (
            len(joined.encode("utf-16-le")) // 2 <= _MOST_INSIDE
            and joined.count(",") == len(choices) - 1
            and '"' not in joined
        ):
            return list(choices)
        if tuple(choices) not in self._long:
            self._long.append(tuple(choices))
        letters = _letters(self._long.index(tuple(choices)))
        return f"='{SHEET}'!${letters}$1:${letters}${len(choices)}"


def _letters(place: int) -> str:
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
