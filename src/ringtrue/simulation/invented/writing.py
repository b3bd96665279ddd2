"""An invented organisation as files: its canonical tables as Parquet, an audit file, and the truth about it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.model.sql import literal, quoted
from ringtrue.simulation.invented.organisation import ENDS, Size, all_faults, all_lookalikes, names_of
from ringtrue.tables import ColumnType, all_tables

AUDIT_FILE = """# What this audit is about. The organisation is invented.
[audit]
title = "An invented organisation"
organisation = "Ringwell IT"
timezone = "Europe/Berlin"
criteria = ["iso20000-1:2018+amd1:2024"]

[audit.period]
from = {begins}
to = {ends}
"""


def write_tables(database: DuckDBPyConnection, folder: Path, besides: Sequence[str] = ()) -> None:
    """Write every canonical table of the organisation that has been built, but for those named."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns in canonical_columns(database).items():
        if name not in besides:
            write_table(database, name, columns, folder / f"{name}.parquet")


def write_table(database: DuckDBPyConnection, name: str, columns: Sequence[str], file: Path) -> None:
    """Write those columns of a table, in the order of its rows; times say that they are UTC."""
    times = {column.name for column in all_tables()[name].columns if column.type is ColumnType.TIME}
    chosen = ", ".join(_with_zone(column) if column in times else quoted(column) for column in columns)
    database.execute(
        f"copy (select {chosen} from {quoted(name)}) to {literal(str(file))} (format parquet, compression zstd)"
    )


def _with_zone(column: str) -> str:
    return f"cast({quoted(column)} as timestamp) at time zone 'UTC' as {quoted(column)}"


def canonical_columns(database: DuckDBPyConnection) -> dict[str, list[str]]:
    """The canonical columns that each canonical table of the current schema has."""
    rows = database.execute(
        "select table_name, column_name from duckdb_columns() "
        "where database_name = current_database() and schema_name = current_schema() and not internal"
    ).fetchall()
    held = {(table, column) for table, column in rows}
    known = {
        name: [column.name for column in declared.columns if (name, column.name) in held]
        for name, declared in all_tables().items()
    }
    return {name: columns for name, columns in known.items() if columns}


def write_about(
    folder: Path,
    size: Size,
    seed: int,
    planted: Mapping[str, Sequence[str]],
    strengths: Mapping[str, float],
    lookalikes: Sequence[str] | bool,
) -> None:
    """Write ``audit.toml`` and ``truth.json``."""
    (folder / "audit.toml").write_text(_audit_file(size), "utf-8")
    truth = {
        "seed": seed,
        "planted": [
            {
                "procedure": name,
                "what": all_faults()[name].what,
                "strength": strengths[name],
                "objects": list(objects),
                "consequences": list(all_faults()[name].consequences),
            }
            for name, objects in planted.items()
        ],
        "lookalikes": {name: all_lookalikes()[name].what for name in names_of(lookalikes)},
    }
    (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _audit_file(size: Size) -> str:
    begins: date = size.period_begins.date()
    return AUDIT_FILE.format(begins=begins, ends=ENDS.date() - timedelta(days=1))
