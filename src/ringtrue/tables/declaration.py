"""What a canonical table and its columns are: one declaration from which all reading and checking comes."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnType(StrEnum):
    """The kinds of value a column holds, and what each is in SQL."""

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    TIME = "time"
    DATE = "date"
    CLOCK = "clock"
    LIST = "list"

    @property
    def sql(self) -> str:
        """The SQL type of a column of this kind; times are UTC without a zone."""
        return _SQL_TYPES[self]


_SQL_TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.BOOLEAN: "BOOLEAN",
    ColumnType.TIME: "TIMESTAMP",
    ColumnType.DATE: "DATE",
    ColumnType.CLOCK: "VARCHAR",
    ColumnType.LIST: "VARCHAR[]",
}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: its name, kind of value and meaning.

    ``required`` columns must be readable for a row to be loaded. ``values`` closes an enumeration;
    lists stay open. ``references`` names the table whose ``id`` this column, or each element of its list,
    holds. ``unit`` is that of numbers.
    """

    name: str
    meaning: str
    type: ColumnType = ColumnType.TEXT
    required: bool = False
    values: tuple[str, ...] = ()
    references: str | None = None
    unit: str | None = None


@dataclass(frozen=True, kw_only=True)
class Table:
    """One canonical table. Its rows are unique by ``id`` where ``unique_id`` says so."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    unique_id: bool = True

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns without which a row is rejected."""
        return tuple(column.name for column in self.columns if column.required)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"table {self.name} has no column {name}")


PROVENANCE = (
    Column(
        name="source_file",
        meaning="The file, as received, in which this row stands; of a workbook with several sheets also the sheet: request.xlsx#Cases.",
    ),
    Column(
        name="source_row",
        meaning="The data record in that file or sheet, counted from 1.",
        type=ColumnType.INTEGER,
    ),
)
"""The columns that every canonical table carries beside its own."""
