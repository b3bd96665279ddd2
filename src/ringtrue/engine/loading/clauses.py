"""Clause numbers of an edition that was withdrawn: loaded as they stand, and written down as ``withdrawn_edition``."""

from collections.abc import Callable

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.model.sql import quoted
from ringtrue.tables import ColumnType, all_tables

COLUMNS = (("documents", "clauses"), ("controls", "clause"), ("questions", "clauses"), ("actions", "clause"))
"""The columns in which clauses are named."""

Expected = Callable[[str], str | None]
"""What was expected in place of a text that names a clause of a withdrawn edition; None where it does not."""


def note_clauses(database: DuckDBPyConnection, filled: set[str], expected: Expected) -> int:
    """Write down every row that names a clause by the number of a withdrawn edition; how many there are."""
    return sum(_note(database, table, column, expected) for table, column in COLUMNS if table in filled)


def _note(database: DuckDBPyConnection, table: str, column: str, expected: Expected) -> int:
    many = all_tables()[table].column(column).type is ColumnType.LIST
    told = f"unnest({quoted(column)})" if many else quoted(column)
    named = f"(select source_file, source_row, source_line, {told} as named from {table})"
    texts = database.execute(
        f"select distinct named from {named} where named is not null order by 1"
    ).fetchall()
    refused = [(text, wanted) for (text,) in texts if (wanted := expected(text)) is not None]
    if not refused:
        return 0
    database.execute("create or replace temp table refused_clauses (refused VARCHAR, expected VARCHAR)")
    database.executemany("insert into refused_clauses values (?, ?)", refused)
    return issues.add_where(
        database,
        f"(select * from {named} join refused_clauses on refused = named)",
        "true",
        table=table,
        column=column,
        value="named",
        expected="expected",
        kind="withdrawn_edition",
        outcome="loaded",
    )
