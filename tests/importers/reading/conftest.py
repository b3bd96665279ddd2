"""Reads bytes as an importer would, and hands back rows that can be compared."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from ringtrue.importers.reading import read_tables
from ringtrue.model.source import RawTable, ReadSettings, SourceFile


@dataclass(frozen=True)
class Read:
    """What came out: the raw tables, and what was assumed."""

    tables: list[RawTable]
    notes: list[str]

    @property
    def table(self) -> RawTable:
        """The only table."""
        (table,) = self.tables
        return table

    @property
    def rows(self) -> list[tuple[object, ...]]:
        """The only table's rows: number, line, values."""
        return rows_of(self.table)


Reader = Callable[..., Read]


def rows_of(table: RawTable) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(f"select * from {table.relation}").fetchall()


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Writes bytes to a file of that name and reads it."""

    def read_bytes(content: bytes | str, name: str = "tickets.csv", **settings: object) -> Read:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        work = tmp_path / "work"
        tables, notes = read_tables(SourceFile(path=path, name=name), work, ReadSettings(**settings))  # type: ignore[arg-type]
        return Read(tables, notes)

    return read_bytes
