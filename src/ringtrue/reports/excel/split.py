"""Which rows stand in which workbook: a workbook stays one that a spreadsheet opens, and nothing is left out."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_IN_SHEET = 250_000
"""Rows of one table on one sheet: a spreadsheet would take 1,048,576, and be slow with them."""

MOST_IN_BOOK = 600_000
"""Rows of all large tables in one workbook."""


@dataclass(frozen=True)
class Piece:
    """Rows of a table from ``first`` (from 0), ``rows`` of them, in the workbook of that number (0: the main one)."""

    table: str
    book: int
    first: int
    rows: int


def pieces(
    counts: Mapping[str, int], most_in_sheet: int = MOST_IN_SHEET, most_in_book: int = MOST_IN_BOOK
) -> tuple[Piece, ...]:
    """All rows of all tables. The main workbook has the beginning of each table; the rest follows in further ones."""
    share = _level(counts, most_in_sheet, most_in_book)
    main = [Piece(table, 0, 0, min(rows, share)) for table, rows in counts.items()]
    book, room, further = 1, most_in_book, []
    for table, rows in counts.items():
        for first in range(share, rows, most_in_sheet):
            size = min(most_in_sheet, rows - first)
            if size > room and room < most_in_book:
                book, room = book + 1, most_in_book
            room -= size
            further.append(Piece(table, book, first, size))
    return (*main, *further)


def _level(counts: Mapping[str, int], most_in_sheet: int, most_in_book: int) -> int:
    """The most rows of each table that keep all of them together within the workbook."""
    room, tables = most_in_book, len(counts)
    for rows in sorted(counts.values()):
        if rows * tables > room:
            return max(min(room // tables, most_in_sheet), 1)
        room, tables = room - rows, tables - 1
    return most_in_sheet
