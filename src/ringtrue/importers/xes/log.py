"""A log that has been read: its events as Parquet, and the counts that decide what its keys mean."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from ringtrue.importers.xes.columns import Columns
from ringtrue.importers.xes.seen import Seen
from ringtrue.model.sql import literal, quoted

CASE = "case:concept:name"
AT = "time:timestamp"
NUMBER = "event:number"
MEMORY = "150MB"


@dataclass(frozen=True)
class Log:
    """The events of a log, as ``stored`` put them into a file."""

    path: Path
    columns: Columns
    rows: int
    seen: Seen
    database: duckdb.DuckDBPyConnection

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in the order in which the file names them; case and time are always among them."""
        return (*self._names().values(), NUMBER)

    def has(self, name: str) -> bool:
        """Whether that column holds what stands in the file."""
        return name == NUMBER or name in self.columns.names.values()

    @property
    def relation(self) -> str:
        """What follows ``from``: one row for each event, in the order of the file."""
        chosen = ", ".join(
            f"{self._expression(code)} as {quoted(name)}" for code, name in self._names().items()
        )
        return (
            f"(select n as source_row, l as source_line, {chosen}, cast(n as varchar) as {quoted(NUMBER)} "
            f"from read_parquet({_file(self.path)}))"
        )

    def counts(self, expressions: Sequence[str]) -> list[int]:
        """The values of these aggregates over all events, in one pass."""
        if not expressions:
            return []
        return [
            int(value or 0)
            for value in self.fetch(f"select {', '.join(expressions)} from {self.relation}")[0]
        ]

    def fetch(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self.database.execute(query).fetchall()

    def repeated_cases(self) -> int:
        """How many case ids stand on more than one trace."""
        code = self.columns.code_of(CASE)
        source = f"read_parquet({_file(self.path)})"
        repeated = f"select trim({code}) as c from {source} where c <> '' group by c having min(t) < max(t)"
        return int(self.fetch(f"select count(*) from ({repeated})")[0][0])

    def _names(self) -> dict[str, str]:
        names = dict(self.columns.names)
        if AT not in names.values():
            names["null"] = AT
        return names

    def _expression(self, code: str) -> str:
        if code == "null":
            return "cast(null as varchar)"
        if self.columns.names[code] == CASE and self.seen.unnamed_traces:
            unnamed = f"t is not null and coalesce(trim({code}), '') = ''"
            return f"case when {unnamed} then 'trace ' || t else {code} end"
        return code


def stored(database: duckdb.DuckDBPyConnection, working: Path, columns: Columns) -> Path:
    """The events of the working file as Parquet beside it, which takes its place."""
    types = "".join(f", {code}: 'VARCHAR'" for code in columns.names)
    source = (
        f"read_json({_file(working)}, format = 'newline_delimited', "
        f"columns = {{n: 'BIGINT', l: 'BIGINT', t: 'BIGINT'{types}}})"
    )
    path = working.with_suffix(".parquet")
    database.execute(f"copy (select * from {source}) to {literal(path)} (format parquet, compression lz4)")
    working.unlink()
    return path


@contextmanager
def small_database(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB for counting: little memory, the rest spills into the folder."""
    database = duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(folder / "spill")})
    try:
        database.execute(
            "set autoinstall_known_extensions = false; set autoload_known_extensions = false; set threads = 1; "
            "set enable_progress_bar = false"
        )
        yield database
    finally:
        database.close()


def _file(path: Path) -> str:
    """A path as an SQL literal in which no character stands for others."""
    return literal("".join({"*": "[*]", "?": "[?]", "[": "[[]"}.get(letter, letter) for letter in str(path)))
