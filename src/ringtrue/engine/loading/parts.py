"""One raw table loaded into one canonical table: typed, checked, with its issues written down."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection
from rapidfuzz import process

from ringtrue.engine.loading import issues
from ringtrue.engine.loading.conversion import Reading, converted, expectation, has_zone, is_hole
from ringtrue.engine.loading.mapping import TableMapping
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, Table, table

TOLD_OTHERWISE = ("activity",)
"""Columns whose unknown values say nothing: what an event does is told by its state, its team and its fields too."""


@dataclass(frozen=True)
class Part:
    """What one source gives to one canonical table: the rows of ``relation``, and the columns that it knows of."""

    table: str
    relation: str
    file: str
    given: tuple[str, ...]
    derived: bool
    primary: bool
    rejected: int
    assumptions: tuple[str, ...]


def load_part(
    database: DuckDBPyConnection,
    raw: str,
    file: str,
    mapping: TableMapping,
    reading: Reading,
    name: str,
    order: str | None,
) -> Part:
    """Load the raw rows of relation ``raw`` through a mapping into a temporary table ``name``.

    ``order`` is SQL for the time by which rows of one ``per`` group are put in order.
    """
    declared = table(mapping.name)
    columns = [column for column in declared.columns if column.name in mapping.columns]
    staged = f"staged_{name}"
    _stage(database, raw, file, mapping, reading, staged, columns, order)
    _type(database, staged, f"typed_{name}", columns, reading)
    counted = mapping.per is None
    _note_damage(database, staged, f"typed_{name}", mapping, columns, reading, declared.name)
    _note_holes(database, staged, columns, reading, declared.name)
    rejected = (
        _reject(database, staged, f"typed_{name}", mapping, columns, reading, declared)
        if mapping.primary
        else 0
    )
    _finish(database, f"typed_{name}", name, file, declared, columns)
    assumptions = [
        *_unknown_values(database, raw, mapping, reading, columns),
        *_zone_notes(database, staged, columns, reading),
    ]
    database.execute(f"drop table {staged}; drop table typed_{name}")
    given = tuple(column.name for column in columns)
    return Part(mapping.name, name, file, given, not counted, mapping.primary, rejected, tuple(assumptions))


def _stage(
    database: DuckDBPyConnection,
    raw: str,
    file: str,
    mapping: TableMapping,
    reading: Reading,
    staged: str,
    columns: list[Column],
    order: str | None,
) -> None:
    texts = ", ".join(f"{mapping.text(column.name, reading)} as {quoted(column.name)}" for column in columns)
    place = f"{literal(file)} as source_file, source_row, source_line"
    if mapping.per is None:
        database.execute(f"create temp table {staged} as select {place}, {texts} from {raw}")
        return
    others = [quoted(column.name) for column in columns if column.name != mapping.per]
    last = "".join(f", arg_max({name}, place) filter (where {name} is not null) as {name}" for name in others)
    key = quoted(mapping.per)
    database.execute(
        f"""create temp table {staged} as
        with told as (select {place}, row_number() over (order by {order or "source_row"}, source_row) as place, {texts} from {raw})
        select any_value(source_file) as source_file, min(source_row) as source_row, min(source_line) as source_line, {key}{last}
        from told where {key} is not null group by {key}"""
    )


def _type(
    database: DuckDBPyConnection, staged: str, typed: str, columns: list[Column], reading: Reading
) -> None:
    values = "".join(
        f", {converted(quoted(column.name), column, reading)} as {quoted(column.name)}" for column in columns
    )
    database.execute(
        f"create temp table {typed} as select source_file, source_row, source_line{values} from {staged}"
    )


def _note_damage(
    database: DuckDBPyConnection,
    staged: str,
    typed: str,
    mapping: TableMapping,
    columns: list[Column],
    reading: Reading,
    name: str,
) -> None:
    for column in _damaged(database, staged, typed, columns):
        if column.required or (column.values and mapping.values.get(column.name)):
            continue
        text = quoted(column.name)
        damaged = f"{text} is not null and {converted(text, column, reading)} is null"
        expected = _expected_with_near_misses(database, staged, damaged, column, reading)
        kind = "unknown_value" if column.values else "unreadable"
        issues.add_where(
            database,
            staged,
            damaged,
            table=name,
            column=column.name,
            value=text,
            expected=expected,
            kind=kind,
            outcome="loaded",
        )


def _note_holes(
    database: DuckDBPyConnection, staged: str, columns: list[Column], reading: Reading, name: str
) -> None:
    """Local times that do not exist, in the hour that daylight saving leaves out."""
    if reading.zone == "UTC":
        return
    for column in columns:
        if column.type is ColumnType.TIME:
            text = quoted(column.name)
            issues.add_where(
                database,
                staged,
                f"not ({has_zone(text)}) and {is_hole(text, reading)}",
                table=name,
                column=column.name,
                value=text,
                expected=literal(f"a time that exists in {reading.zone}; read as one hour later"),
                kind="nonexistent_time",
                outcome="loaded",
            )


def _damaged(database: DuckDBPyConnection, staged: str, typed: str, columns: list[Column]) -> list[Column]:
    if not columns:
        return []
    counts = ", ".join(f"count({quoted(column.name)})" for column in columns)
    before = database.execute(f"select {counts} from {staged}").fetchone() or ()
    after = database.execute(f"select {counts} from {typed}").fetchone() or ()
    return [column for column, told, read in zip(columns, before, after, strict=True) if told != read]


def _expected_with_near_misses(
    database: DuckDBPyConnection, staged: str, damaged: str, column: Column, reading: Reading
) -> str:
    expected = expectation(column, reading)
    if not column.values:
        return literal(expected)
    text = quoted(column.name)
    found = [
        row[0]
        for row in database.execute(
            f"select distinct {text} from {staged} where {damaged} limit 200"
        ).fetchall()
    ]
    near = {word: process.extractOne(word.lower(), column.values, score_cutoff=70) for word in found}
    pairs = ", ".join(
        f"{literal(word)}: {literal(f'. Did you mean {best[0]}?')}" for word, best in near.items() if best
    )
    return f"{literal(expected)} || coalesce(map {{{pairs}}}[{text}], '')" if pairs else literal(expected)


def _reject(
    database: DuckDBPyConnection,
    staged: str,
    typed: str,
    mapping: TableMapping,
    columns: list[Column],
    reading: Reading,
    declared: Table,
) -> int:
    """Take out the rows without a required value. Each stands in ``load_issues`` once for every such value."""
    required = [column for column in columns if column.required]
    if not required:
        return 0
    for column in required:
        text = quoted(column.name)
        for condition, kind, expected in (
            (f"{text} is null", "missing", f"a value: {column.meaning}"),
            (
                f"{text} is not null and {converted(text, column, reading)} is null",
                "unreadable",
                expectation(column, reading),
            ),
        ):
            issues.add_where(
                database,
                staged,
                condition,
                table=declared.name,
                column=column.name,
                value=text,
                expected=literal(expected),
                kind=kind,
                outcome="rejected",
            )
    missing = " or ".join(f"{quoted(column.name)} is null" for column in required)
    database.execute(f"delete from {typed} where {missing}")
    gone = database.fetchone()
    return int(gone[0]) if gone else 0


def _finish(
    database: DuckDBPyConnection, typed: str, name: str, file: str, declared: Table, columns: list[Column]
) -> None:
    known = {column.name for column in columns}
    every = ", ".join(
        quoted(column.name)
        if column.name in known
        else f"cast(null as {column.type.sql}) as {quoted(column.name)}"
        for column in declared.columns
    )
    complete = (
        " and ".join(f"{quoted(name)} is not null" for name in declared.required if name in known) or "true"
    )
    database.execute(
        f"create temp table {name} as select {every}, source_file, source_row, source_line from {typed} where {complete}"
    )


def _unknown_values(
    database: DuckDBPyConnection, raw: str, mapping: TableMapping, reading: Reading, columns: list[Column]
) -> list[str]:
    notes = []
    for column in columns:
        unknown = mapping.unknown(column.name, reading)
        if unknown is None or not column.values or column.name in TOLD_OTHERWISE:
            continue
        canonical = converted(unknown, column, reading)
        rows = database.execute(
            f"select {unknown}, count(*) from {raw} where {unknown} is not null and {canonical} is null "
            "group by 1 order by 2 desc, 1 limit 10"
        ).fetchall()
        notes += [
            f'{count:,} rows have "{word}" as {mapping.name}.{column.name}, which the mapping does not know: read as not known'
            for word, count in rows
        ]
    return notes


def _zone_notes(
    database: DuckDBPyConnection, staged: str, columns: list[Column], reading: Reading
) -> list[str]:
    times = [column.name for column in columns if column.type is ColumnType.TIME]
    without = [
        name
        for name in times
        if database.execute(
            f"select 1 from {staged} where {quoted(name)} is not null and not ({has_zone(quoted(name))}) limit 1"
        ).fetchone()
    ]
    if not without:
        return []
    return [f"times without a zone ({', '.join(without)}) are read as {reading.zone}"]
