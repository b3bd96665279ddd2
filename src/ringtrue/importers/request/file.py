"""An evidence request read whole: its filled sheets as raw tables, what their headings and words mean, what was left out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ringtrue.importers.given import read_given_tables
from ringtrue.importers.mapping_file import near
from ringtrue.importers.reading.place import place
from ringtrue.importers.reading.spreadsheet.tables import read_workbook
from ringtrue.importers.reading.store import database
from ringtrue.importers.request.recognition import FilledRequest, FilledSheet, request_in
from ringtrue.importers.request.rows import filled_rows
from ringtrue.importers.tabular.file import assembled
from ringtrue.importers.tabular.shapes import shapes_of
from ringtrue.importers.tabular.tell import TableTold
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile

COUNTED = "rows are counted as the spreadsheet shows them, the first row of a sheet being 1"


def read_request(
    source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
) -> ReadResult:
    """Every filled sheet with its mapping. UnreadableInput where none is filled."""
    found = request_in(source, work)
    if found is None or not found.sheets:
        raise _empty(source.name, "no sheet has the headings of a table")
    tables, notes = _tables(found, source, work, settings)
    if not tables:
        raise _empty(source.name, "no sheet is filled in")
    if mapping is not None:
        return read_given_tables("request", source.name, tables, mapping, notes)
    told = [_told(raw, found.sheets[raw.name]) for raw in tables]
    shapes = {raw.name: shapes_of(raw, work) for raw in tables}
    with database(work) as connection:
        return assembled("request", source.name, connection, told, shapes, {}, notes)


def _tables(
    found: FilledRequest, source: SourceFile, work: Path, settings: ReadSettings
) -> tuple[list[RawTable], list[str]]:
    folder = place(source, work) / "request"
    folder.mkdir(exist_ok=True)
    rows = {title: sheet.heading_row for title, sheet in found.sheets.items()}
    raws, _ = read_workbook(found.path, source.name, found.kind, folder, settings, rows)
    tables: list[RawTable] = []
    notes = [COUNTED, *_unknown(found)]
    blank = []
    for raw in raws:
        table, said = filled_rows(raw, found.sheets[raw.name], work)
        notes += said
        if table is None:
            blank.append(raw.name)
        else:
            tables.append(table)
    if blank:
        notes.append(f"left blank: {', '.join(blank)}")
    return tables, notes


def _unknown(found: FilledRequest) -> Iterator[str]:
    """Sheets that are no form; the first of them are the instructions."""
    for title in found.unknown[1 if found.says_so else 0 :]:
        yield f'sheet "{title}" has not the headings of a table of the request and was left out'


def _told(raw: RawTable, sheet: FilledSheet) -> TableTold:
    """What the sheet's headings mean."""
    form, by_heading = sheet.form, {column.casefold(): column for column in reversed(raw.columns)}
    known = {
        name: by_heading[heading.casefold()]
        for name, heading in form.headings.items()
        if heading.casefold() in by_heading
    }
    entry: dict[str, Any] = {"name": form.table.name, "from": raw.name, "primary": True, "columns": known}
    others = [column for column in raw.columns if column not in known.values() and column != form.remark]
    free = [heading for name, heading in form.headings.items() if name not in known]
    notes = [
        f'sheet "{raw.name}": column "{one}" is not known and was left out{near(one, free)}' for one in others
    ]
    return TableTold(raw, [entry], notes)


def _empty(file: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        file,
        found,
        "a filled evidence request",
        "Fill in its sheets, or write it anew with `ringtrue request`.",
    )
