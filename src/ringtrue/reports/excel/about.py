"""The sheet ``About``: which paper this is, of which audit and run, and what each column of each sheet means.

Its first column holds fixed English keys (paper, audit, run, language, ``heading row: <sheet>``, ...) and the second their
values, so that a filled workbook is recognised and read in every language. Below them, with the first column empty,
stands one line for each column of each sheet.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ringtrue.model.cell_text import cell_text
from ringtrue.reports.excel.column import Written
from ringtrue.reports.excel.look import Look

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

SHEET = "About"

_MEANING = {
    "paper": "What this workbook is.",
    "audit": "The audit that it belongs to.",
    "run": "The run that it was written from.",
    "language": "The language in which it was written.",
}
_HEADING_ROW = "The row in which the headings of that sheet stand."
_HEADINGS = ("Sheet", "Column", "Meaning")


def write(
    workbook: "Workbook",
    look: Look,
    given: Mapping[str, str],
    written: Sequence[Written],
    words: Callable[[str], str],
) -> None:
    """Write the sheet at the end of the workbook."""
    sheet = workbook.add_worksheet(SHEET)
    for place, width in enumerate((34, 34, 34, 90)):
        sheet.set_column(place, place, width, look.format())
    rows = {f"heading row: {one.name}": str(one.heading_row) for one in written}
    row = _keys(sheet, look, {**given, **rows}, words)
    for place, heading in enumerate(_HEADINGS, 1):
        sheet.write_string(row, place, words(heading), look.heading())
    _columns(sheet, look, row + 1, written)


def _keys(sheet: "Worksheet", look: Look, given: Mapping[str, str], words: Callable[[str], str]) -> int:
    for row, (key, value) in enumerate(given.items()):
        sheet.write_string(row, 0, cell_text(key), look.format(bold=True))
        sheet.write_string(row, 1, cell_text(value), look.format())
        sheet.write_string(row, 2, words(_meaning(key)), look.format(italic=True))
    return len(given) + 1


def _meaning(key: str) -> str:
    return _MEANING.get(key, _HEADING_ROW if key.startswith("heading row: ") else "")


def _columns(sheet: "Worksheet", look: Look, row: int, written: Sequence[Written]) -> None:
    for one in written:
        for column in one.columns:
            sheet.write_string(row, 1, one.name, look.format())
            sheet.write_string(row, 2, cell_text(column.title), look.format())
            sheet.write_string(row, 3, cell_text(column.help or ""), look.format(text_wrap=True))
            row += 1
