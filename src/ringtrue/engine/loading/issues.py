"""``load_issues``: every rejected row, and every loaded row with something wrong."""

from collections.abc import Iterable

from duckdb import DuckDBPyConnection

from ringtrue.model.source import LoadIssue
from ringtrue.model.sql import literal

COLUMNS = {
    "file": "VARCHAR",
    "row": "BIGINT",
    "line": "BIGINT",
    "table": "VARCHAR",
    "column": "VARCHAR",
    "value": "VARCHAR",
    "expected": "VARCHAR",
    "kind": "VARCHAR",
    "outcome": "VARCHAR",
}
LONGEST_VALUE = 200


def create(database: DuckDBPyConnection) -> None:
    """Make the empty table."""
    columns = ", ".join(f'"{name}" {kind}' for name, kind in COLUMNS.items())
    database.execute(f"create or replace temp table load_issues ({columns})")


def add(database: DuckDBPyConnection, found: Iterable[LoadIssue]) -> None:
    """Write down issues that an importer found while reading."""
    rows = [
        [
            one.file,
            one.row,
            one.line,
            one.table,
            one.column,
            _short(one.value),
            one.expected,
            one.kind,
            one.outcome,
        ]
        for one in found
    ]
    if rows:
        database.executemany("insert into load_issues values (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)


def add_where(
    database: DuckDBPyConnection,
    relation: str,
    condition: str,
    *,
    table: str,
    column: str | None,
    value: str,
    expected: str,
    kind: str,
    outcome: str,
) -> int:
    """Write down the rows of ``relation`` (with source_file, source_row, source_line) that meet the condition.

    ``value`` and ``expected`` are SQL. Returns how many there were.
    """
    database.execute(
        f"""insert into load_issues
        select source_file, source_row, source_line, {literal(table)}, {literal(column)},
            left(cast({value} as varchar), {LONGEST_VALUE}), {expected}, {literal(kind)}, {literal(outcome)}
        from {relation} where {condition} order by source_file, source_row"""
    )
    counted = database.fetchone()
    return int(counted[0]) if counted else 0


def _short(value: str | None) -> str | None:
    return value if value is None or len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE]
