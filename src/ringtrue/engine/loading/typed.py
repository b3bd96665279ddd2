"""Texts turned into typed rows in one pass that also tells in which columns something could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading.conversion import Reading, converted, has_zone, is_hole
from ringtrue.model.sql import quoted
from ringtrue.tables import Column, ColumnType, Table

SIGNS = ("unread", "lacking", "without_zone", "holes")
"""What is told of each column in a number of bits, one bit a column, while the rows are typed."""


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
) -> Found:
    """Make the temporary table ``name`` with every column of the canonical table from the texts of ``staged``."""
    place = {column.name: number for number, column in enumerate(columns)}
    every = ", ".join(
        f"v{place[column.name]} as {quoted(column.name)}"
        if column.name in place
        else f"cast(null as {column.type.sql}) as {quoted(column.name)}"
        for column in declared.columns
    )
    signs = ", ".join(f"{_bits(sign, columns, reading)} as {sign}" for sign in SIGNS)
    read = "".join(_read(number, column, reading) for number, column in enumerate(columns))
    database.execute(
        f"create temp table {name} as select {every}, source_file, source_row, source_line, {signs} "
        f"from (select source_file, source_row, source_line{read} from {staged})"
    )
    told = database.execute(f"select {', '.join(f'bit_or({sign})' for sign in SIGNS)} from {name}").fetchone()
    for sign in SIGNS:
        database.execute(f"alter table {name} drop column {sign}")
    return Found(*(_named(bits, columns) for bits in told or (0,) * len(SIGNS)))


def _named(bits: int | None, columns: Sequence[Column]) -> tuple[Column, ...]:
    return tuple(column for number, column in enumerate(columns) if (bits or 0) >> number & 1)


def _read(number: int, column: Column, reading: Reading) -> str:
    """The text of a column, its value and, of a time, whether it names its zone and whether it exists."""
    text = quoted(column.name)
    sql = f", {text} as t{number}, {converted(text, column, reading)} as v{number}"
    if column.type is ColumnType.TIME:
        sql += f", {has_zone(text)} as z{number}"
        sql += f", {is_hole(text, reading)} as h{number}" if reading.zone != "UTC" else ""
    return sql


def _bits(sign: str, columns: Sequence[Column], reading: Reading) -> str:
    told = [(number, _condition(sign, number, column, reading)) for number, column in enumerate(columns)]
    parts = [
        f"case when {condition} then {1 << number} else 0 end" for number, condition in told if condition
    ]
    return f"cast({' | '.join(f'({part})' for part in parts) or '0'} as bigint)"


def _condition(sign: str, number: int, column: Column, reading: Reading) -> str | None:
    is_time = column.type is ColumnType.TIME
    if sign == "unread":
        return None if _is_text(column) else f"v{number} is null and t{number} is not null"
    if sign == "lacking":
        return f"v{number} is null" if column.required else None
    if sign == "without_zone":
        return f"not z{number}" if is_time else None
    return f"not z{number} and h{number}" if is_time and reading.zone != "UTC" else None


def _is_text(column: Column) -> bool:
    """Whether every text is a value."""
    return column.type is ColumnType.TEXT and not column.values
