"""The form of a table: its headings and its example row, for those who write it and those who read it back.

The first column is for remarks and is never read; there stands the mark of the example row.
"""

from dataclasses import dataclass
from datetime import date, datetime

from ringtrue.tables.declaration import Column, ColumnType, Table
from ringtrue.tables.labels import Labels
from ringtrue.tables.vocabulary import SHARE

Value = str | int | float | date | datetime

MOMENT = datetime(2026, 3, 31, 14, 30)
DAY = date(2026, 4, 6)


@dataclass(frozen=True)
class Form:
    """A table as a form in one language."""

    table: Table
    labels: Labels

    @property
    def headings(self) -> dict[str, str]:
        """The heading of each column, by the column's name."""
        return {column.name: self.labels.column(self.table, column) for column in self.table.columns}

    @property
    def remark(self) -> str:
        """The heading of the column for remarks."""
        return self.labels.word("remark")

    @property
    def mark(self) -> str:
        """What marks the example row."""
        return self.labels.word("mark")

    def example(self) -> dict[str, Value]:
        """A value for each column, by the column's name."""
        return {column.name: self._example(column) for column in self.table.columns}

    def _example(self, column: Column) -> Value:
        if column.values:
            return "; ".join(
                self.labels.value(value) for value in column.values[: 2 if _is_list(column) else 1]
            )
        if column.name == "id" or column.references or column.name in _IDS:
            own, other = self.labels.word("id"), self.labels.word("other_id")
            return f"{own}; {other}" if _is_list(column) else own
        if (given := self.labels.example(column)) is not None:
            return given
        return self._of_type(column)

    def _of_type(self, column: Column) -> Value:
        if column.type is ColumnType.NUMBER:
            return 0.8 if column.unit == SHARE else 30
        of_type: dict[ColumnType, Value] = {
            ColumnType.TIME: MOMENT,
            ColumnType.DATE: DAY,
            ColumnType.INTEGER: 1,
            ColumnType.BOOLEAN: self.labels.word("yes"),
        }
        return of_type.get(column.type, self.labels.word("text"))


_IDS = ("object", "origin", "from", "to", "depends_on")


def _is_list(column: Column) -> bool:
    return column.type is ColumnType.LIST
