"""Which records of the canonical tables speak of a clause: ``table``, ``table column`` (filled), ``table column=value``."""

from dataclasses import dataclass

from ringtrue.tables import ColumnType, all_tables


@dataclass(frozen=True, kw_only=True)
class Condition:
    """A column that must be filled or, where a value is given, must have it."""

    column: str
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class RecordsMeant:
    """Rows of one table that meet all conditions."""

    table: str
    conditions: tuple[Condition, ...] = ()


def records_meant(text: str) -> RecordsMeant:
    """What a text such as ``requirements facet=capacity tested_at`` means. It is not checked against the tables."""
    table, *rest = text.split()
    return RecordsMeant(table=table, conditions=tuple(_condition(part) for part in rest))


def told_wrong(text: str) -> str:
    """What is wrong with such a text, in a sentence; empty if nothing is."""
    if not text.strip():
        return "it is empty. Expected a table and, where wanted, conditions, as `agreements kind=sla`."
    meant = records_meant(text)
    known = all_tables()
    if meant.table not in known:
        return f'"{meant.table}" is no canonical table. docs/reference/tables.md names them.'
    columns = {column.name: column for column in known[meant.table].columns}
    for condition in meant.conditions:
        column = columns.get(condition.column)
        if column is None:
            return f'{meant.table} has no column "{condition.column}". It has {", ".join(columns)}.'
        wrong = condition.value is not None and column.values and condition.value not in column.values
        if wrong:
            return f'{meant.table}.{condition.column} is never "{condition.value}". It is {", ".join(column.values)}.'
        if column.type is ColumnType.BOOLEAN and condition.value not in (None, "true", "false"):
            return f"{meant.table}.{condition.column} is true or false."
    return ""


def _condition(part: str) -> Condition:
    column, equals, value = part.partition("=")
    return Condition(column=column, value=value if equals else None)
