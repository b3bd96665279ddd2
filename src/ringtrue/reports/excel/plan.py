"""A sheet of the working papers before it is written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ringtrue.reports.excel.book import Book, Link, SheetColumn, Value, Written
from ringtrue.reports.language import Words

Rows = Iterable[Sequence[Value]]

SHARE = "0.0 %_)"
WHOLE = "#,##0_)"
PLAIN = "0.0##_)"


@dataclass(frozen=True, kw_only=True)
class SheetPlan:
    """One sheet: its name and title, what is said of it in the contents, its columns, its rows and how many they are.

    ``rows`` is called when the sheet is written, so that nothing is held before.
    """

    name: str
    title: str
    about: str
    columns: tuple[SheetColumn, ...]
    rows: Callable[[], Rows]
    count: int
    notes: tuple[str, ...] = ()
    tab: str | None = None
    frozen_columns: int = 1


def columns(words: Words, *given: tuple[str, float, dict[str, Any]]) -> tuple[SheetColumn, ...]:
    """Columns from title, width and further properties; title and help in the language of the workbook."""
    return tuple(_column(words, title, width, further) for title, width, further in given)


def _column(words: Words, title: str, width: float, further: dict[str, Any]) -> SheetColumn:
    told = {**further, "help": words(further["help"])} if further.get("help") else further
    return SheetColumn(title=words(title), width=width, **told)


def write_sheet(book: Book, sheet: SheetPlan, back: Link | None = None) -> Written:
    """Write it, with a link back to the contents above its table."""
    notes: tuple[str | Link, ...] = (*sheet.notes, *((back,) if back else ()))
    return book.sheet(
        sheet.name,
        title=sheet.title,
        note=notes,
        columns=sheet.columns,
        rows=sheet.rows(),
        freeze_columns=sheet.frozen_columns,
        tab=sheet.tab,
    )


def first_row(sheet: SheetPlan) -> int:
    """The row, as a spreadsheet counts, in which the first row of the table will stand."""
    return 1 + len(sheet.notes) + 1 + 1 + 1 + 1
