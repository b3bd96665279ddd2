"""Columns of a large table that hold few different texts: kept as numbers, which are sorted and written in a fraction of the time and
memory. What is written is the same text."""

from collections.abc import Sequence

from duckdb import DuckDBPyConnection

from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, Table

LARGE = 100_000
"""Rows from which it pays to look for such columns."""

MOST = 10_000
"""Different texts, as estimated, up to which a column is kept as numbers. Required columns name what there are many of."""

NOTHING = "ENUM('')"
"""The type of a column that nothing fills."""


def kinds_of(
    database: DuckDBPyConnection, relation: str, name: str, declared: Table, columns: Sequence[Column]
) -> dict[str, str]:
    """The types of columns of ``relation`` that are kept as numbers, by their names; types are called after ``name``.

    Numbers are in the order of the texts, so that an order by them is one by texts.
    """
    given = {column.name for column in columns}
    words = [column for column in declared.columns if column.type is ColumnType.TEXT and not column.required]
    kinds = {column.name: _fixed(column) if column.values else NOTHING for column in words}
    open_ones = [column.name for column in words if column.name in given and not column.values]
    small = [*few(database, relation, open_ones), "source_file"]
    kinds |= {column: numbered(database, relation, name, column) for column in small}
    return {column: kind for column, kind in kinds.items() if column in small or column not in open_ones}


def widened(database: DuckDBPyConnection, table: str, column: str) -> None:
    """Keep the texts of a column as texts again, so that others can be put beside them."""
    database.execute(f"alter table {table} alter column {quoted(column)} type VARCHAR")


def _fixed(column: Column) -> str:
    return f"ENUM({', '.join(map(literal, sorted(column.values)))})"


def few(database: DuckDBPyConnection, relation: str, names: Sequence[str]) -> list[str]:
    """Those of the columns that hold at most ``MOST`` different texts, by an estimate."""
    if not names:
        return []
    counts = ", ".join(f"approx_count_distinct({quoted(name)})" for name in names)
    found = database.execute(f"select {counts} from {relation}").fetchone() or ()
    return [name for name, different in zip(names, found, strict=True) if different <= MOST]


def numbered(database: DuckDBPyConnection, relation: str, name: str, column: str) -> str:
    """Make a type, called after ``name``, that keeps the texts of a column as numbers in their order."""
    kind = quoted(f"{name}_{column}")
    texts = f"select distinct {quoted(column)} from {relation} where {quoted(column)} is not null order by 1"
    database.execute(f"create type {kind} as enum ({texts})")
    return kind
