"""The rows of a sheet that are data: without the example, counted as the spreadsheet counts them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from ringtrue.importers.reading.spreadsheet.text import cell_text
from ringtrue.importers.reading.store import database
from ringtrue.importers.request.recognition import FilledSheet
from ringtrue.model.cell_text import KEPT
from ringtrue.model.source import RawTable
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import ColumnType
from ringtrue.tables.form import Form, Value

LOOKED_AT = 60
"""Rows below the headings among which the example is sought; further down stands data."""


def filled_rows(raw: RawTable, sheet: FilledSheet, work: Path) -> tuple[RawTable | None, list[str]]:
    """The table without its example row, and what is said of that; None where nothing else is filled in."""
    lines, notes = _examples(raw, sheet, work)
    if raw.rows == len(lines):
        return None, notes
    issues = tuple(replace(issue, row=issue.line) for issue in raw.issues if issue.line not in lines)
    relation = _relation(raw, sheet.form, lines)
    rows = raw.rows - len(lines)
    return replace(raw, relation=relation, rows=rows, issues=issues, is_trimmed=False), notes


def _examples(raw: RawTable, sheet: FilledSheet, work: Path) -> tuple[list[int], list[str]]:
    """The rows that are the example: all as it was written, or marked as it and not changed."""
    form, example = sheet.form, _example(raw, sheet.form)
    lines, notes = [], []
    for line, cells in _first(raw, work):
        marked = cells.get(form.remark, "").strip().casefold() == form.mark.casefold()
        filled = {column: text for column, text in cells.items() if column in example and text.strip()}
        unchanged = all(text.strip() == example[column] for column, text in filled.items())
        if unchanged and (marked or len(filled) == len(example)):
            lines.append(line)
        elif marked:
            notes.append(
                f'sheet "{raw.name}": row {line} is marked as the example and was changed: it was read as data'
            )
    return lines, notes


def _example(raw: RawTable, form: Form) -> dict[str, str]:
    by_heading = {column.casefold(): column for column in reversed(raw.columns)}
    values = form.example()
    return {
        by_heading[heading.casefold()]: _text(values[name])
        for name, heading in form.headings.items()
        if heading.casefold() in by_heading
    }


def _text(value: Value) -> str:
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return cell_text(float(value) if isinstance(value, int) and not is_day else value)


def _first(raw: RawTable, work: Path) -> list[tuple[int, dict[str, str]]]:
    picked = ", ".join(f"coalesce({quoted(column)}, '')" for column in raw.columns)
    with database(work) as connection:
        rows = connection.execute(
            f"select source_line, {picked} from {raw.relation} order by source_row limit {LOOKED_AT}"
        ).fetchall()
    return [(int(line), dict(zip(raw.columns, cells, strict=True))) for line, *cells in rows]


def _relation(raw: RawTable, form: Form, lines: list[int]) -> str:
    columns = ", ".join(f"{_cell(raw, form, column)} as {quoted(column)}" for column in raw.columns)
    without = f"where source_line not in ({', '.join(map(str, lines))})" if lines else ""
    return f"(select source_line as source_row, source_line, {columns} from {raw.relation} {without})"


def _cell(raw: RawTable, form: Form, column: str) -> str:
    """The cell's text without the apostrophe that keeps it from being a formula, its fixed words the contract's own."""
    text = f"regexp_replace({quoted(column)}, {literal(KEPT)}, '\\1')"
    declared = next(
        (one for one in form.table.columns if form.headings[one.name].casefold() == column.casefold()), None
    )
    words = form.labels.values(declared) if declared else {}
    if declared is None or all(word == value for word, value in words.items()):
        return text
    if declared.type is not ColumnType.LIST:
        return _meant(text, words)
    return f"array_to_string(list_transform(string_split({text}, ';'), lambda part: {_meant('part', words)}), '; ')"


def _meant(text: str, words: Mapping[str, str]) -> str:
    """SQL for the contract's word; what is on no list stays as it is, and is told with its row."""
    pairs = ", ".join(f"{literal(word.lower())}: {literal(value)}" for word, value in words.items())
    return f"coalesce(map {{{pairs}}}[lower(trim({text}))], {text})"
