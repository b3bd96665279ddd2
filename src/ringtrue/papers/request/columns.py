"""The columns of a table as columns of a sheet: heading, what it means, how it is written, what may be chosen."""

from ringtrue.reports.excel.book import SheetColumn
from ringtrue.reports.language import Words
from ringtrue.tables import Column, ColumnType, all_tables
from ringtrue.tables.form import Form

_TEXT = "@"
_MOMENT = "yyyy-mm-dd hh:mm"
_DAY = "yyyy-mm-dd"
_WIDTHS = {"id": 16.0, "statement": 44.0, "description": 44.0, "text": 44.0, "title": 34.0, "name": 28.0}

_HELP_LINES = 6

_WRITTEN = {
    ColumnType.TIME: "Date and time, such as 2026-03-31 14:30; a date alone is enough.",
    ColumnType.DATE: "Date, such as 2026-04-06.",
    ColumnType.CLOCK: "Time of day, such as 08:00.",
    ColumnType.INTEGER: "Whole number.",
    ColumnType.NUMBER: "Number.",
    ColumnType.BOOLEAN: "Yes or no; empty if not known.",
    ColumnType.LIST: "Several are divided by a semicolon.",
}


def sheet_columns(form: Form, words: Words) -> list[SheetColumn]:
    """The column for remarks, then those of the table."""
    told = words("For your remarks; not read. The row marked as an example may stay or be deleted.")
    first = SheetColumn(title=form.remark, width=22, help=told)
    return [first, *(_column(form, column, words) for column in form.table.columns)]


def _column(form: Form, column: Column, words: Words) -> SheetColumn:
    title, help = form.labels.column(form.table, column), _help(form, column, words)
    return SheetColumn(
        title=title,
        width=_width(column, title, help),
        help=help,
        choices=_choices(form, column),
        number=_format(column),
        required=column.required,
    )


def _choices(form: Form, column: Column) -> tuple[str, ...]:
    if column.type is ColumnType.BOOLEAN:
        return form.labels.word("yes"), form.labels.word("no")
    if column.type is ColumnType.LIST:
        return ()
    return tuple(form.labels.values(column))


def _format(column: Column) -> str | None:
    """Ids and other words that look like numbers or dates stay as they are typed."""
    if column.type in (ColumnType.TIME, ColumnType.DATE):
        return _MOMENT if column.type is ColumnType.TIME else _DAY
    keeps = column.name == "id" or column.references or column.type in (ColumnType.CLOCK, ColumnType.LIST)
    return (
        _TEXT if keeps or column.name in ("version", "clause", "object", "from", "to", "priority") else None
    )


def _width(column: Column, title: str, help: str) -> float:
    """As wide as its heading and values need, and so that its help takes few lines: it stays in sight."""
    usual = 18.0 if column.type in (ColumnType.TIME, ColumnType.LIST) else 16.0
    return max(_WIDTHS.get(column.name, usual), min(len(title) + 3.0, 30.0), len(help) / (1.1 * _HELP_LINES))


def _help(form: Form, column: Column, words: Words) -> str:
    must = words("Required.") if column.required else words("Optional.")
    return " ".join([must, words(column.meaning), *_written(form, column, words)])


def _written(form: Form, column: Column, words: Words) -> list[str]:
    parts = [words(_WRITTEN[column.type])] if column.type in _WRITTEN else []
    if column.unit:
        parts.append(f"{words('Unit')}: {words(column.unit)}.")
    if column.values and column.type is ColumnType.LIST:
        parts.append(f"{words('Of')}: {', '.join(form.labels.values(column))}.")
    if column.references:
        sheet = form.labels.table(all_tables()[column.references])
        parts.append(words("As in the sheet “{sheet}”.").format(sheet=sheet))
    return parts
