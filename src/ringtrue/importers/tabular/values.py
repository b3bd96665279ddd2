"""Counts of values in raw tables, marks for no value left aside."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ringtrue.importers.tabular.shapes import MARKS
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_WORDS = 500
"""Different words of a column that are looked up."""

Spec = Any
"""What a mapping says of a column: a raw column, several that are joined, or one in some rows only."""


def values_of(raw: RawTable, column: str) -> str:
    """SQL for the values of a column as ``v``."""
    return f"select v from (select {_cell(column)} as v from {raw.relation}) where v is not null"


def counted(connection: "DuckDBPyConnection", raw: RawTable, spec: Spec) -> list[tuple[str, int]]:
    """The different values of what a mapping says of a column, the most frequent first."""
    rows = connection.execute(
        f"""select v, count(*) from (select {_text(spec)} as v from {raw.relation})
        where v is not null group by 1 order by 2 desc, 1 limit {MOST_WORDS}"""
    ).fetchall()
    return [(row[0], int(row[1])) for row in rows]


def ids_repeat(connection: "DuckDBPyConnection", raw: RawTable, column: str) -> tuple[int, int]:
    """How many rows have an id in that column, and how many different ones there are."""
    found = connection.execute(
        f"select count(*), count(distinct v) from ({values_of(raw, column)})"
    ).fetchone()
    return (int(found[0]), int(found[1])) if found else (0, 0)


def varies(connection: "DuckDBPyConnection", raw: RawTable, case: str, column: str, least: float) -> bool:
    """Whether a column changes in at least that share of the cases with several rows."""
    row = connection.execute(
        f"""select count(*), count(*) filter (times > 1) from (
            select count(*) as many, count(distinct {quoted(column)}) as times
            from {raw.relation} group by {quoted(case)}
        ) where many > 1"""
    ).fetchone() or (0, 0)
    return bool(row[0]) and row[1] >= least * row[0]


def _text(spec: Spec) -> str:
    if isinstance(spec, Mapping):
        when = [
            f"lower(trim({quoted(column)})) in ({', '.join(literal(word.lower()) for word in words)})"
            for column, words in spec["when"].items()
        ]
        return f"case when {' and '.join(when)} then {_cell(spec['column'])} end"
    parts: Sequence[str] = [spec] if isinstance(spec, str) else spec
    return f"nullif(concat_ws('/', {', '.join(map(_cell, parts))}), '')"


def _cell(column: str) -> str:
    marks = ", ".join(literal(mark) for mark in ("", *MARKS))
    text = f"trim({quoted(column)})"
    return f"case when {text} not in ({marks}) then {text} end"
