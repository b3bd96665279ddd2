"""A file of tables read whole: its raw tables, their mapping, and everything that was assumed."""

from collections.abc import Mapping as Dict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringtrue.importers.given import read_given
from ringtrue.importers.mapping_file import to_toml
from ringtrue.importers.reading import layout, read_tables
from ringtrue.importers.reading.store import database
from ringtrue.importers.tabular.marks import marks_of
from ringtrue.importers.tabular.numbers import decimal_of
from ringtrue.importers.tabular.shapes import Shapes, shapes_of
from ringtrue.importers.tabular.tell import TableTold, tell
from ringtrue.importers.tabular.times import Doubt, told_by
from ringtrue.model.errors import MappingIncomplete, UnreadableInput
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile
from ringtrue.tables import ColumnType, table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TIMES = (ColumnType.TIME, ColumnType.DATE)
NUMBERS = (ColumnType.NUMBER, ColumnType.INTEGER)


@dataclass
class _Reading:
    """The ``[read]`` part of a mapping, as it is found table by table."""

    read: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)


def read_file(source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None) -> ReadResult:
    """All tables of the file with their mapping.

    Raises ``MappingIncomplete`` with a ``proposal`` where it is not sure what columns mean,
    ``UnreadableInput`` where it is no table.
    """
    if mapping is not None:
        return read_given("tabular", source, work, settings, mapping)
    tables, notes = read_tables(source, work, settings)
    laid_out = layout(source, work, settings)
    with database(work) as connection:
        shapes = {raw.name: shapes_of(raw, work) for raw in tables}
        told = [tell(connection, raw, shapes[raw.name]) for raw in tables]
        return assembled("tabular", source.name, connection, told, shapes, laid_out, notes)


def assembled(
    importer: str,
    file: str,
    connection: "DuckDBPyConnection",
    told: Sequence[TableTold],
    shapes: Dict[str, Shapes],
    laid_out: Dict[str, object],
    notes: Sequence[str],
) -> ReadResult:
    """Tables of which it is told what they mean, with how their dates and numbers are written.

    Raises ``MappingIncomplete`` with a ``proposal`` where that cannot be told.
    """
    reading = _reading(connection, told, shapes, laid_out)
    content = _content(importer, told, {**laid_out, **reading.read})
    said = [*notes, *(note for one in told for note in one.notes), *reading.notes]
    _refuse_doubts(file, told, reading, content, said)
    tables = tuple(one.raw for one in told)
    return ReadResult(
        importer=importer, tables=tables, mapping=Mapping(content=content), assumptions=tuple(said)
    )


def _content(importer: str, told: Sequence[TableTold], read: dict[str, Any]) -> dict[str, Any]:
    known = [one for one in told if one.entries]
    is_identity = bool(known) and all(one.is_identity for one in known) and not read
    content: dict[str, Any] = {"importer": importer}
    if is_identity:
        content["identity"] = True
    if read:
        content["read"] = read
    return {**content, "table": [entry for one in known for entry in one.entries]}


def _reading(
    connection: "DuckDBPyConnection",
    told: Sequence[TableTold],
    shapes: Dict[str, Shapes],
    laid_out: Dict[str, object],
) -> _Reading:
    reading = _Reading()
    delimiter = str(laid_out.get("delimiter", ",")) if laid_out else None
    for one in told:
        if one.entries and one.raw.rows:
            _read_table(connection, one, shapes[one.raw.name], delimiter, reading)
    return reading


def _read_table(
    connection: "DuckDBPyConnection", one: TableTold, shapes: Shapes, delimiter: str | None, reading: _Reading
) -> None:
    marks, notes = marks_of(connection, one.raw.relation, shapes, one.meant)
    known = reading.read.setdefault("missing", []) if marks else []
    known += [mark for mark in marks if mark not in known]
    reading.notes += notes
    times = told_by(connection, one.raw.relation, _of_type(one, TIMES))
    _settle(reading, dict(times.read), times.notes, times.doubt, one.raw)
    decimal, notes, doubt = decimal_of(connection, one.raw.relation, _of_type(one, NUMBERS), delimiter)
    _settle(reading, {"decimal": decimal} if decimal else {}, notes, doubt, one.raw)


def _settle(
    reading: _Reading, found: dict[str, str], notes: Sequence[str], doubt: Doubt | None, raw: RawTable
) -> None:
    """Take what one table tells; two tables of a file that tell different things are a doubt."""
    for key, value in found.items():
        if reading.read.setdefault(key, value) != value:
            other = f"{raw.name} needs {key} {value}, another table of the file {reading.read[key]}"
            reading.doubts.append(Doubt(key, other, "one of them, and the tables as files of their own"))
    reading.notes += notes
    reading.doubts += [doubt] if doubt else []


def _of_type(one: TableTold, kinds: Sequence[ColumnType]) -> list[str]:
    """The raw columns that were taken for canonical columns of these types."""
    found = [
        spec
        for entry in one.entries
        for name, spec in entry["columns"].items()
        if isinstance(spec, str) and table(entry["name"]).column(name).type in kinds
    ]
    return list(dict.fromkeys(found))


def _refuse_doubts(
    file: str, told: Sequence[TableTold], reading: _Reading, content: dict[str, Any], said: Sequence[str]
) -> None:
    known = [one for one in told if one.entries]
    unsure = [one for one in known if one.reasons]
    if known and not unsure and not reading.doubts:
        return
    if not any(raw.columns for raw in (one.raw for one in told)):
        raise UnreadableInput(file, "it has no columns", "a table", "Export it again.")
    asked = [reason for one in unsure for reason in one.reasons]
    asked += [f"{doubt.key} under [read], {doubt.choices}, as {doubt.found}" for doubt in reading.doubts]
    asked = asked or [
        "columns that are known, such as the number of a ticket, its state and when it was opened"
    ]
    columns = (unsure or known or list(told))[0].raw.columns
    raise _incomplete(file, columns, asked, _proposal(unsure, content, asked, said, told))


def _proposal(
    unsure: Sequence[TableTold],
    content: dict[str, Any],
    asked: Sequence[str],
    said: Sequence[str],
    told: Sequence[TableTold],
) -> str:
    missing: dict[str, dict[str, str]] = {}
    for one in unsure:
        for name, columns in one.open.items():
            missing.setdefault(name, {}).update(columns)
    if not content["table"]:
        first = told[0].raw
        content = {
            **content,
            "table": [{"name": "cases", "from": first.name, "primary": True, "columns": {}}],
        }
        missing = {"cases": {"id": "a column with the case's id"}}
        said = [*said, f"the columns are {', '.join(first.columns[:100])}"]
    return to_toml(
        Mapping(content=content), [*(f"STILL TO BE TOLD: {what}" for what in asked), *said], missing
    )


def _incomplete(file: str, columns: Sequence[str], asked: Sequence[str], proposal: str) -> MappingIncomplete:
    remedy = (
        'Say it in a mapping file for this file, with lines such as id = "Number" under [table.columns]. '
        "A proposal with everything that was found is written beside it."
    )
    error = MappingIncomplete(file, columns, "; ".join(dict.fromkeys(asked)), remedy)
    error.proposal = proposal  # type: ignore[attr-defined]
    return error
