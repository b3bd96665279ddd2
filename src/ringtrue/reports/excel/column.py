"""What a sheet is made of: its columns, the values in its cells, links to other sheets, and where it was written."""

from dataclasses import dataclass
from datetime import date, datetime

from ringtrue.reports.parts import Colour


@dataclass(frozen=True)
class Link:
    """A cell that shows ``text`` and leads to the sheet that was, or will be, written under the name ``sheet``."""

    text: str
    sheet: str
    cell: str = "A1"


@dataclass(frozen=True)
class Marked:
    """A cell whose colour says how it stands to the claim: ``against`` it, ``for`` it, ``open``, or not at all."""

    value: "str | int | float | Link | None"
    colour: Colour


Value = str | int | float | bool | datetime | date | Link | Marked | None
"""What may stand in a cell. A moment with a zone is shown in UTC."""


@dataclass(frozen=True, kw_only=True)
class SheetColumn:
    """One column of a sheet.

    ``title`` stands in the heading. ``width`` is in characters (None: as wide as the title needs, at least 10).
    ``help`` is shown when the pointer rests on the heading, or as a line above it. ``choices`` become a drop-down
    list; other values are refused unless ``open_choices``. ``number`` is a spreadsheet's format of numbers, such as
    ``0.0 %``; ``date`` says that moments or days stand here. ``locked`` columns are not to be filled in: they are
    grey, and the sheet is protected (without a password). ``required`` marks what must be filled in. ``wrap`` breaks
    long text into lines.
    """

    title: str
    width: float | None = None
    help: str | None = None
    choices: tuple[str, ...] = ()
    open_choices: bool = False
    number: str | None = None
    date: bool = False
    locked: bool = False
    required: bool = False
    wrap: bool = False


@dataclass(frozen=True, kw_only=True)
class Written:
    """A sheet that was written: its name in the file, the row of its headings (from 1), and its number of rows."""

    name: str
    heading_row: int
    rows: int
    columns: tuple[SheetColumn, ...]
