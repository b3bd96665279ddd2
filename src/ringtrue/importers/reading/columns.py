"""The row of column names in a table, and the names themselves: unique, trimmed, otherwise as in the file."""

import re
from collections.abc import Sequence

from ringtrue.importers.reading import limits
from ringtrue.model.errors import UnreadableInput

RESERVED = ("source_row", "source_line")
"""Names that every raw table gives itself."""

LOOKED_AT = 60
"""Records from the top in which the column names must stand."""

FEW = 0.2
"""Share of cells in a row of names that may look like numbers or times (a column called 2024)."""

SAME = 0.5
"""Share of cells that come again below in their own column, from which a row is data and not names."""

_VALUE = re.compile(
    r"[-+]?[\d.,]*\d[\d.,]*%?|\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}.*|\d{1,2}:\d\d.*|true|false",
    re.I,
)
_BLANKS = " \t\r\n\v\f\xa0\ufeff\u200b"

Record = Sequence[str]


def names_row(records: Sequence[Record], width: int) -> int | None:
    """The place of the row of column names among the first records, or None where the first full one is
    data."""
    for place, record in enumerate(records[:LOOKED_AT]):
        if not _is_full(record, width):
            continue
        return place if _is_names(record, records[place + 1 :]) else None
    return None


def unique_names(row: Record, width: int, name: str) -> tuple[tuple[str, ...], list[str]]:
    """A name for each column, and what had to be assumed for it."""
    if width > limits.MAX_COLUMNS:
        raise UnreadableInput(
            name,
            f"it has {width:,} columns",
            f"at most {limits.MAX_COLUMNS:,} columns",
            "Export only the columns that are needed.",
        )
    taken, names, notes = set(RESERVED), [], []
    for number in range(width):
        wanted = row[number].strip(_BLANKS) if number < len(row) else ""
        given = _free(wanted or f"column_{number + 1}", taken)
        taken.add(given.casefold())
        names.append(given)
        if not wanted:
            notes.append(f"column {number + 1} has no name: it is called {given}")
        elif given != wanted and wanted.casefold() not in RESERVED:
            notes.append(f'a second column called "{wanted}" is called {given}')
    return tuple(names), notes


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    return free


def _is_full(record: Record, width: int) -> bool:
    filled = sum(1 for cell in record if cell.strip(_BLANKS))
    return filled > 0 and filled * 2 > width


def _is_names(record: Record, below: Sequence[Record]) -> bool:
    cells = [(number, cell.strip(_BLANKS)) for number, cell in enumerate(record) if cell.strip(_BLANKS)]
    if sum(bool(_VALUE.fullmatch(cell)) for _, cell in cells) > FEW * len(cells):
        return False
    rows = [row for row in below if list(row) != list(record)]
    if any(_has_shape_of(cell, [row[number] for row in rows if number < len(row)]) for number, cell in cells):
        return False
    again = sum(
        any(number < len(row) and row[number].strip(_BLANKS) == cell for row in rows)
        for number, cell in cells
    )
    return again < SAME * len(cells) or not rows


def _has_shape_of(cell: str, values: Sequence[str]) -> bool:
    """Whether a cell with digits, such as INC0012, is written as nearly all values below it are."""
    filled = [value.strip(_BLANKS) for value in values if value.strip(_BLANKS)]
    if len(filled) < 2 or not any(letter.isdigit() for letter in cell):
        return False
    return sum(_shape(value) == _shape(cell) for value in filled) >= 0.8 * len(filled)


def _shape(value: str) -> str:
    return re.sub(r"\d+", "9", value)
