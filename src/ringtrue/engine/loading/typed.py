"""Texts turned into typed rows, and in which columns something could not be read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading.conversion import Reading, converted, has_zone, is_hole
from ringtrue.model.progress import Told, silent, watched
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, Table


@dataclass(frozen=True)
class Found:
    """Columns of which at least one text could not be read, of which a required value is not there, and of which a time has no
    zone or falls into the hour that daylight saving leaves out."""

    unread: tuple[Column, ...]
    lacking: tuple[Column, ...]
    without_zone: tuple[Column, ...]
    holes: tuple[Column, ...]


def type_rows(
    database: DuckDBPyConnection,
    staged: str,
    name: str,
    declared: Table,
    columns: Sequence[Column],
    reading: Reading,
    kinds: Mapping[str, str],
    order: str | None,
    told: Told = silent,
    rows: int = 0,
) -> None:
    """Make the temporary table ``name`` with every column of the canonical table from the texts of ``staged``, all of one file.

    ``kinds`` are the types of columns that are kept in another than the usual; ``order`` is that of the rows, if it matters;
    ``told`` hears how far it is. What is the same in every row is put beside the rows when they are sorted, not carried along.
    """
    given = {column.name: column for column in columns}
    file, below = _the_same(database, staged)
    typed = "".join(f"{_typed(column, reading, kinds)}, " for column in columns)
    line = "" if below is not None else ", source_line"
    carried = f"select {typed}source_row{line} from {staged}"
    every = ", ".join(
        quoted(column.name) if column.name in given else _nothing(column, kinds)
        for column in declared.columns
    )
    kept_file = f"cast({literal(file)} as {kinds.get('source_file', 'VARCHAR')}) as source_file"
    kept_line = "source_line" if below is None else f"source_row + {below} as source_line"
    watched(
        database,
        f"create temp table {name} as select {every}, {kept_file}, source_row, {kept_line} from (select * from ({carried}){_by(order, given)})",
        told,
        rows,
    )


def _the_same(database: DuckDBPyConnection, staged: str) -> tuple[str | None, int | None]:
    """The file of all rows, and how many lines further down each stands in it than its number says, where all stand alike."""
    row = database.execute(
        "select any_value(source_file), min(source_line - source_row), max(source_line - source_row), count(*) - count(source_line) "
        f"from {staged}"
    ).fetchone() or (None, None, None, 0)
    return row[0], row[1] if row[1] == row[2] and not row[3] else None


def _by(order: str | None, given: Collection[str]) -> str:
    """The order by what the rows carry: what is the same in all of them orders nothing."""
    carried = {*given, "source_row"}
    terms = [term for term in (order or "").split(", ") if term.split(" ")[0].strip('"') in carried]
    return f" order by {', '.join(terms)}" if terms else ""


def look_at(
    database: DuckDBPyConnection, staged: str, name: str, columns: Sequence[Column], reading: Reading
) -> Found:
    """What was lost between the texts of ``staged`` and the typed rows of ``name``: counted column by column, without keeping a row."""
    typed = [column for column in columns if not is_text(column)]
    times = [column for column in columns if column.type is ColumnType.TIME]
    texts = [f"count({quoted(column.name)})" for column in typed]
    local = [f"count(*) filter (not ({has_zone(quoted(column.name))}))" for column in times]
    told = _counted(database, staged, [*texts, *local])
    kept = _counted(database, name, [f"count({quoted(column.name)})" for column in columns])
    values = dict(zip(columns, kept, strict=True))
    (rows,) = _counted(database, name, ["count(*)"])
    without_zone = tuple(column for column, count in zip(times, told[len(typed) :], strict=True) if count)
    return Found(
        unread=tuple(
            column for column, count in zip(typed, told[: len(typed)], strict=True) if count > values[column]
        ),
        lacking=tuple(column for column in columns if column.required and values[column] < rows),
        without_zone=without_zone,
        holes=_holes(database, staged, without_zone, reading),
    )


def is_text(column: Column) -> bool:
    """Whether every text is a value."""
    return column.type is ColumnType.TEXT and not column.values


def _typed(column: Column, reading: Reading, kinds: Mapping[str, str]) -> str:
    value, kind = converted(quoted(column.name), column, reading), kinds.get(column.name)
    return f"{f'cast({value} as {kind})' if kind else value} as {quoted(column.name)}"


def _nothing(column: Column, kinds: Mapping[str, str]) -> str:
    return f"cast(null as {kinds.get(column.name, column.type.sql)}) as {quoted(column.name)}"


def _holes(
    database: DuckDBPyConnection, staged: str, times: Sequence[Column], reading: Reading
) -> tuple[Column, ...]:
    """The columns in which a time falls into the hour that daylight saving leaves out in its zone."""
    if reading.zone == "UTC":
        return ()
    texts = [quoted(column.name) for column in times]
    counts = _counted(
        database,
        staged,
        [f"count(*) filter (not ({has_zone(text)}) and {is_hole(text, reading)})" for text in texts],
    )
    return tuple(column for column, count in zip(times, counts, strict=True) if count)


def _counted(database: DuckDBPyConnection, relation: str, counts: Sequence[str]) -> list[int]:
    if not counts:
        return []
    row = database.execute(f"select {', '.join(counts)} from {relation}").fetchone() or ()
    return [int(count) for count in row]
