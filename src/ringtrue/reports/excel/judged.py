"""Rows of a run for the sheets, streamed from its Parquet files in a fixed order, whatever their number."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from ringtrue.reports.excel.column import Value

if TYPE_CHECKING:
    import duckdb

MEMORY = "384MB"
_AT_ONCE = 2048

_FIRST = "case verdict when 'deviation' then 0 when 'untestable' then 1 else 2 end"
"""Deviations first, then what could not be judged, then the rest."""


class RunRows:
    """Read access to the Parquet files of a run, piece by piece."""

    def __init__(self, run: Path) -> None:
        self.run = run

    @cached_property
    def _connection(self) -> "duckdb.DuckDBPyConnection":
        import duckdb

        limits: dict[str, str | bool | int | float | list[str]] = {
            "memory_limit": MEMORY,
            "threads": 2,
            "temp_directory": gettempdir(),
            "autoinstall_known_extensions": "false",
        }
        database = duckdb.connect(config=limits)
        database.execute("set enable_progress_bar = false")
        return database

    def judged(self, procedure: str) -> Path:
        """The file with the judged rows of a procedure."""
        return self.run / "judged" / f"{procedure}.parquet"

    def issues(self) -> Path:
        """The file with the load issues of the audit."""
        return self.run.parent.parent / "tables" / "load_issues.parquet"

    def count(self, file: Path) -> int:
        """The number of rows of a file; 0 where it is not there."""
        if not file.exists():
            return 0
        return int(self._connection.execute(f"select count(*) from {_source(file)}").fetchall()[0][0])

    def columns(self, file: Path) -> dict[str, str]:
        """The columns of a file and their types."""
        described = self._connection.execute(f"describe select * from {_source(file)}").fetchall()
        return {str(row[0]): str(row[1]) for row in described}

    def kinds(self, file: Path) -> tuple[str, ...]:
        """The kinds of items in judged rows."""
        found = self._connection.execute(
            f"select distinct item_kind from {_source(file)} order by all"
        ).fetchall()
        return tuple(str(row[0]) for row in found)

    def rows(self, file: Path, names: tuple[str, ...], first: int, most: int) -> Iterator[list[Any]]:
        """These columns of judged rows from the ``first`` (from 0), at most so many, deviations first."""
        order = f"{_FIRST}, source_file nulls last, source_row nulls last, file_row_number"
        return self._fetched(file, names, order, first, most)

    def as_they_stand(
        self, file: Path, names: tuple[str, ...], order: str, first: int, most: int
    ) -> Iterator[list[Any]]:
        """These columns of any file in that order, and among equals as they stand in it."""
        return self._fetched(file, names, f"{order}, file_row_number", first, most)

    def _fetched(
        self, file: Path, names: tuple[str, ...], order: str, first: int, most: int
    ) -> Iterator[list[Any]]:
        picked = ", ".join('"' + name.replace('"', '""') + '"' for name in names)
        statement = (
            f"select {picked} from {_source(file)} order by {order} limit {int(most)} offset {int(first)}"
        )
        cursor = self._connection.cursor().execute(statement)
        while rows := cursor.fetchmany(_AT_ONCE):
            for row in rows:
                yield [value if type(value) is str else cell(value) for value in row]


def cell(value: Any) -> Value:
    """A value of a table as a value of a cell: lists in one cell, with semicolons."""
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, date) else str(value)


def _source(file: Path) -> str:
    """The file in SQL, none of the characters of its path taken as a pattern of file names."""
    exactly = re.sub(r"([\[*?])", r"[\1]", str(file)).replace("'", "''")
    return f"read_parquet('{exactly}', file_row_number = true)"
