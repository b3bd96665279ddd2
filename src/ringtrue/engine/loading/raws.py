"""Raw tables as an importer read them: where they are held, which mapping means them, how many rows they have."""

from dataclasses import replace
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.engine.loading.mapping import TableMapping
from ringtrue.engine.loading.outcome import Incoming, Loaded
from ringtrue.model.errors import MappingIncomplete, UnreadableInput
from ringtrue.model.place import place_of
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal
from ringtrue.tables import table

PARQUET = ("read_parquet(", "(select file_row_number")
"""How relations begin that are files in Parquet."""

FEW = 10_000
"""Rows up to which a relation that is no such file is held in memory; what has more is put into one."""


def hold(database: DuckDBPyConnection, raw: RawTable, name: str) -> str:
    """Where the raw rows are read from: their own place where that is Parquet, which is read column by column, else one of their own."""
    if raw.is_file or raw.relation.startswith(PARQUET):
        return raw.relation
    if raw.rows <= FEW:
        database.execute(f"create temp table {name} as select * from {raw.relation}")
        return name
    folder = database.execute("select current_setting('temp_directory')").fetchone() or ("",)
    place = literal(str(Path(folder[0]) / f"{name}.parquet"))
    database.execute(f"copy (select * from {raw.relation}) to {place} (format parquet, compression lz4)")
    return f"read_parquet({place})"


def fitting(entry: TableMapping, raws: dict[str, RawTable], source: Incoming) -> TableMapping:
    """The mapping with the raw table that it means and the columns that this one has. UnreadableInput where there is no such table."""
    raw = raws.get(entry.raw) or (source.read.tables[0] if len(raws) == 1 else None)
    if raw is None:
        raise UnreadableInput(
            source.file,
            f'there is no table "{entry.raw}" in it',
            "one of " + ", ".join(raws),
            "Correct `from` in the mapping.",
        )
    fitted = entry.only_with({*raw.columns, "source_row"})
    return replace(fitted, raw=raw.name)


def refuse_incomplete(entry: TableMapping, raw: RawTable, file: str) -> None:
    """MappingIncomplete where columns lack without which a row says nothing."""
    if not entry.primary:
        return
    missing = [name for name in table(entry.name).required if name not in entry.columns and name != "id"]
    if missing:
        wanted = ", ".join(missing)
        raise MappingIncomplete(
            file,
            raw.columns,
            f"columns for {wanted} of {entry.name}",
            "Name them in the mapping file and import again.",
        )


def count_raw(
    database: DuckDBPyConnection, held: str, raw: RawTable, file: str, outcome: Loaded, fed: bool
) -> None:
    """Count the rows of a raw table, and those that could not even be read, each with its issue."""
    counted = database.execute(f"select count(*) from {held}").fetchone()
    rows = int(counted[0]) if counted else 0
    issues.add(database, (replace(issue, file=place_of(file, raw.part)) for issue in raw.issues))
    if not fed:
        return
    outcome.rows[file] = outcome.rows.get(file, 0) + rows + raw.rows_rejected
    outcome.rejected[file] = outcome.rejected.get(file, 0) + raw.rows_rejected
