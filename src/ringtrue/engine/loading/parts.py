"""One raw table loaded into one canonical table: typed, checked, with its issues written down."""

from dataclasses import dataclass

from duckdb import DuckDBPyConnection
from rapidfuzz import process

from ringtrue.engine.loading import issues
from ringtrue.engine.loading.conversion import Reading, converted, expectation, has_zone, is_hole
from ringtrue.engine.loading.mapping import TableMapping
from ringtrue.engine.loading.narrow import kinds_of
from ringtrue.engine.loading.typed import Found, look_at, type_rows
from ringtrue.model.progress import Told, silent
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, Table, table

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
    place: str,
    mapping: TableMapping,
    reading: Reading,
    name: str,
    order: str | None,
    *,
    is_large: bool = False,
    sorted_by: str | None = None,
    told: Told = silent,
    rows: int = 0,
) -> Part:
    """Load the raw rows of relation ``raw``, which stand at ``place`` in ``file``, through a mapping into a temporary table ``name``, sorted
    where that is asked for.

    ``order`` is SQL for the time by which rows of one ``per`` group are put in order. Texts are looked at one by one, for the
    messages, only where one of their column could not be read. Of a table that ``is_large``, columns of few texts are numbers.
    """
    declared = table(mapping.name)
    columns = [column for column in declared.columns if column.name in mapping.columns]
    staged = _staged(database, raw, place, mapping, reading, f"staged_{name}", columns, order)
    kinds = kinds_of(database, staged, name, declared, columns) if is_large else {}
    type_rows(database, staged, name, declared, columns, reading, kinds, sorted_by, told, rows)
    found = look_at(database, staged, name, columns, reading)
    _note_damage(database, staged, mapping, found.unread, reading, declared.name)
    _note_holes(database, staged, found.holes, reading, declared.name)
    if mapping.primary:
        _note_rejected(database, staged, found, reading, declared)
    gone = _take_out(database, name, found)
    assumptions = [*_unknown_values(database, raw, mapping, reading, columns), *_zone_notes(found, reading)]
    database.execute(f"drop table if exists staged_{name}")
    return Part(
        mapping.name,
        name,
        file,
        tuple(column.name for column in columns),
        mapping.per is not None,
        mapping.primary,
        gone if mapping.primary else 0,
        tuple(assumptions),
    )


def _staged(
    database: DuckDBPyConnection,
    raw: str,
    place: str,
    mapping: TableMapping,
    reading: Reading,
    staged: str,
    columns: list[Column],
    order: str | None,
) -> str:
    """The texts of each column, as a relation; a table of its own where several rows make one."""
    texts = ", ".join(f"{mapping.text(column.name, reading)} as {quoted(column.name)}" for column in columns)
    stands = f"{literal(place)} as source_file, source_row, source_line"
    if mapping.per is None:
        return f"(select {stands}, {texts} from {raw})"
    others = [quoted(column.name) for column in columns if column.name != mapping.per]
    last = "".join(f", arg_max({name}, place) filter (where {name} is not null) as {name}" for name in others)
    key = quoted(mapping.per)
    database.execute(
        f"""create temp table {staged} as
        with told as (select {stands}, row_number() over (order by {order or "source_row"}, source_row) as place, {texts} from {raw})
        select any_value(source_file) as source_file, min(source_row) as source_row, min(source_line) as source_line, {key}{last}
        from told where {key} is not null group by {key}"""
    )
    return staged


def _note_damage(
    database: DuckDBPyConnection,
    staged: str,
    mapping: TableMapping,
    unread: tuple[Column, ...],
    reading: Reading,
    name: str,
) -> None:
    for column in unread:
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
    database: DuckDBPyConnection, staged: str, holes: tuple[Column, ...], reading: Reading, name: str
) -> None:
    """Local times that do not exist, in the hour that daylight saving leaves out."""
    for column in holes:
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


def _note_rejected(
    database: DuckDBPyConnection, staged: str, found: Found, reading: Reading, declared: Table
) -> None:
    """Write down the rows without a required value, once for every such value."""
    for column in found.lacking:
        text = quoted(column.name)
        unreadable = f"{text} is not null and {converted(text, column, reading)} is null"
        for condition, kind, expected in (
            (f"{text} is null", "missing", f"a value: {column.meaning}"),
            (unreadable, "unreadable", expectation(column, reading)),
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


def _take_out(database: DuckDBPyConnection, name: str, found: Found) -> int:
    """Take out the rows without a required value; how many there were."""
    if not found.lacking:
        return 0
    missing = " or ".join(f"{quoted(column.name)} is null" for column in found.lacking)
    database.execute(f"delete from {name} where {missing}")
    gone = database.fetchone()
    return int(gone[0]) if gone else 0


def _unknown_values(
    database: DuckDBPyConnection, raw: str, mapping: TableMapping, reading: Reading, columns: list[Column]
) -> list[str]:
    notes = []
    for column in columns:
        if not mapping.values.get(column.name) or not column.values or column.name in TOLD_OTHERWISE:
            continue
        unknown = mapping.unknown(column.name, "said")
        counted = (
            f"(select {mapping.said(column.name, reading)} as said, count(*) as n from {raw} group by 1)"
        )
        rows = database.execute(
            f"select {unknown}, sum(n) from {counted} where {unknown} is not null and {converted(unknown, column, reading)} is null "
            "group by 1 order by 2 desc, 1 limit 10"
        ).fetchall()
        notes += [
            f'{count:,} rows have "{word}" as {mapping.name}.{column.name}, which the mapping does not know: read as not known'
            for word, count in rows
        ]
    return notes


def _zone_notes(found: Found, reading: Reading) -> list[str]:
    if not found.without_zone:
        return []
    named = ", ".join(column.name for column in found.without_zone)
    return [f"times without a zone ({named}) are read as {reading.zone}"]
