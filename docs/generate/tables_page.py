"""The page of the canonical tables, from their declarations."""

import markdown

from ringtrue.tables import PROVENANCE, Column, all_tables

INTRODUCTION = """\
Every file is read into these tables. All of them are optional: what is missing makes procedures not
applicable or leaves them without enough data, never an error. A file in CSV, XLSX, Parquet or JSON that
is named after a table and has its column names is accepted as it is.

A row is rejected when a required column is missing or cannot be read, or when its id repeats (the first
stays). Any other value that cannot be read is loaded as absent. Both stand in `load_issues`, with file,
row and column."""

KINDS = """\
| kind | what it holds |
| --- | --- |
| text | anything written |
| number, integer | a number; the decimal sign is detected or set |
| boolean | yes or no: `true`, `false`, `yes`, `no`, `1`, `0` |
| time | a moment, ISO 8601; without a zone it is read in the audit's zone, and that is noted |
| date | a day |
| clock | a time of day, `24:00` is midnight at its end |
| list | several values in one cell, separated by `;` |"""


def page() -> str:
    """All tables in alphabetical order, each column with its kind, unit and meaning."""
    declared = all_tables()
    index = ", ".join(f"[{name}](#{name})" for name in declared)
    shared = "## In every table\n\n" + _columns(PROVENANCE)
    sections = [
        f"## {table.name}\n\n{table.meaning}\n\n{_columns(table.columns)}" for table in declared.values()
    ]
    return markdown.page("Tables", INTRODUCTION, index, "## Kinds of value\n\n" + KINDS, shared, *sections)


def _columns(columns: tuple[Column, ...]) -> str:
    head = ["column", "kind", "unit", "meaning"]
    return markdown.table(
        head, [(_name(column), column.type, column.unit or "", _meaning(column)) for column in columns]
    )


def _name(column: Column) -> str:
    return markdown.code(column.name) + (" (required)" if column.required else "")


def _meaning(column: Column) -> str:
    values = f" One of: {', '.join(map(markdown.code, column.values))}." if column.values else ""
    references = f" An id of [{column.references}](#{column.references})." if column.references else ""
    return column.meaning + values + references
