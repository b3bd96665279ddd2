"""Which marks mean that there is no value: told by the columns in which they stand."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ringtrue.importers.tabular.shapes import LONGEST_MARK, MARKS, Shape
from ringtrue.importers.tabular.times import all_plain
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PROSE = ("title", "description", "note", "close_note", "comment", "statement", "text", "definition", "name")
"""Canonical columns of free text: a mark that stands there is something that somebody wrote."""

LONG = 40
"""Mean length of values from which a column that nobody knows is free text."""

COLUMNS = 2
"""Columns in which a mark must stand if none of them holds times or numbers."""

Found = dict[str, dict[str, int]]


def marks_of(
    connection: "DuckDBPyConnection", relation: str, shapes: Mapping[str, Shape], meant: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    """The marks, and what is said about them. ``meant`` tells which canonical column a raw column was taken
    for."""
    judged = [column for column in shapes if not _is_prose(shapes[column], meant.get(column))]
    found = _found(connection, relation, judged)
    marks = [mark for mark in MARKS if _means_nothing(mark, found.get(mark, {}), shapes)]
    notes = []
    for mark in marks:
        where = sorted(found[mark], key=lambda column: -found[mark][column])
        shown = ", ".join(where[:4]) + (", …" if len(where) > 4 else "")
        notes.append(f'"{mark}" means no value ({sum(found[mark].values()):,} times, in {shown})')
    return marks, notes


def _is_prose(shape: Shape, column: str | None) -> bool:
    return column in PROSE if column else shape.length > LONG


def _found(connection: "DuckDBPyConnection", relation: str, columns: Sequence[str]) -> Found:
    found: Found = defaultdict(dict)
    wanted = ", ".join(map(literal, MARKS))
    for column in columns:
        if all_plain(connection, relation, column) is not None:
            continue
        text = quoted(column)
        short = f"strlen({text}) <= {LONGEST_MARK} or ascii({text}) = 32 or ascii(right({text}, 1)) = 32"
        rows = connection.execute(
            f"select v, count(*) from (select trim({text}) as v from {relation} where {short}) where v in ({wanted}) group by 1"
        ).fetchall()
        for mark, count in rows:
            found[mark][column] = int(count)
    return found


def _means_nothing(mark: str, found: Mapping[str, int], shapes: Mapping[str, Shape]) -> bool:
    columns = [column for column in found if shapes[column].filled]
    if mark.lstrip("-").isdigit():  # a number among words; among numbers it is one of them
        return any(not shapes[column].is_number for column in columns)
    return len(columns) >= COLUMNS or any(
        shapes[column].is_time or shapes[column].is_number for column in columns
    )
