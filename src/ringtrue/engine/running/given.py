"""What the exports gave, for procedures whose words depend on it: a column that was not given is no empty column."""

from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection


def tell_given(database: DuckDBPyConnection, given: Mapping[str, Sequence[str]]) -> None:
    """Create ``given_columns`` (table_name, column_name): every canonical column that some export gave."""
    database.execute("create or replace temp table given_columns (table_name VARCHAR, column_name VARCHAR)")
    rows = [[table, column] for table, columns in sorted(given.items()) for column in sorted(columns)]
    if rows:
        database.executemany("insert into given_columns values (?, ?)", rows)
