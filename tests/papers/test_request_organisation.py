"""A whole invented organisation in one request workbook says the same as its canonical tables."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from ringtrue import api
from ringtrue.papers.request.scope import Asked
from ringtrue.papers.request.workbook import Request, write_request
from ringtrue.tables import Table, all_tables
from ringtrue.tables.labels import Labels, labels

PROVENANCE = ("source_file", "source_row", "source_line")
AUDIT = """[audit]
title = "An invented organisation"
timezone = "UTC"
criteria = ["iso20000-1:2018+amd1:2024"]
[audit.period]
from = 2025-10-01
to = 2026-09-30
"""


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_the_filled_request_gives_the_same_judged_rows_as_the_canonical_tables(
    tmp_path: Path, language: str
) -> None:
    given = tmp_path / "given"
    api.simulate(
        given, seed=5, services=6, months=6, cases_a_month=60, plant={"substance.paper-control": 1.0}
    )
    (given / "audit.toml").write_text(AUDIT, "utf-8")
    filled = tmp_path / "filled"
    filled.mkdir()
    (filled / "audit.toml").write_text(AUDIT, "utf-8")
    known = {one.name: _rows(given, one, labels(language)) for one in all_tables().values()}
    asked = tuple(Asked(name) for name in all_tables())
    write_request(filled / "request.xlsx", Request(asked, language), known)
    expected, found = _judged(given, tmp_path / "a"), _judged(filled, tmp_path / "b")
    assert set(found) == set(expected)
    assert sum(map(len, expected.values())) > 1000
    for procedure, rows in expected.items():
        assert found[procedure] == rows, procedure


def _rows(folder: Path, table: Table, known: Labels) -> Iterator[list[Any]]:
    """The rows of a canonical table as an auditee writes them: local words, lists with semicolons, times without a zone."""
    file = folder / f"{table.name}.parquet"
    if not file.exists():
        return
    connection = duckdb.connect()
    types = dict(row[:2] for row in connection.execute(f"describe select * from '{file}'").fetchall())
    picked = ", ".join(_picked(column.name, types.get(column.name)) for column in table.columns)
    for row in connection.execute(f"select {picked} from '{file}'").fetchall():
        yield [_cell(value, column, known) for value, column in zip(row, table.columns, strict=True)]


def _picked(name: str, type: str | None) -> str:
    if type is None:
        return "null"
    if "TIME ZONE" in type:
        return f"timezone('UTC', \"{name}\")"
    return f'"{name}"::double' if type.startswith("DECIMAL") else f'"{name}"'


def _cell(value: Any, column: Any, known: Labels) -> Any:
    if isinstance(value, list):
        return "; ".join(known.value(one) if column.values else one for one in value)
    if isinstance(value, bool):
        return known.word("yes" if value else "no")
    return known.value(value) if column.values and value is not None else value


def _judged(folder: Path, out: Path) -> dict[str, list[Any]]:
    """The judged rows by procedure, without where they came from, figures as far as sums in another order keep them."""
    read = api.import_sources([folder], out)
    assert not read.errors
    _, run = api.run(read.folder)
    return {file.stem: _told(file) for file in sorted((run / "judged").glob("*.parquet"))}


def _told(file: Path) -> list[Any]:
    connection = duckdb.connect()
    types = dict(row[:2] for row in connection.execute(f"describe select * from '{file}'").fetchall())
    names = [name for name in types if name not in PROVENANCE]
    picked = ", ".join(f'round("{n}", 9) as "{n}"' if types[n] == "DOUBLE" else f'"{n}"' for n in names)
    return connection.execute(f"select {picked} from '{file}' order by all").fetchall()
