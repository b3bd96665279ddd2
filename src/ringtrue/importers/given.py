"""Any file through a mapping that a person has given or corrected: nothing is detected that it says."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dict
from dataclasses import replace
from pathlib import Path
from typing import Any

from ringtrue.importers.mapping_file import near
from ringtrue.importers.reading import read_tables
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile

LAYOUT = ("encoding", "delimiter", "header_row", "sheet", "zone")


def read_given(
    importer: str, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping
) -> ReadResult:
    """The file's tables with that mapping. Raises ``UnreadableInput`` where it names what the file does not
    have."""
    tables, notes = read_tables(source, work, settings_of(mapping, settings))
    return read_given_tables(importer, source.name, tables, mapping, notes)


def read_given_tables(
    importer: str, file: str, tables: list[RawTable], mapping: Mapping, notes: Sequence[str]
) -> ReadResult:
    """Tables that were read with that mapping. Raises ``UnreadableInput`` where it names what they do not have."""
    for entry in mapping.content.get("table", ()):
        _check(entry, tables, file)
    return ReadResult(importer=importer, tables=tuple(tables), mapping=mapping, assumptions=tuple(notes))


def settings_of(mapping: Mapping, settings: ReadSettings) -> ReadSettings:
    """The settings with what the mapping's ``[read]`` part says about the layout of the file."""
    read = mapping.content.get("read", {})
    return replace(settings, **{key: read[key] for key in LAYOUT if key in read})


def raw_columns(spec: Any) -> Iterator[str]:
    """The raw columns that a column's entry names."""
    if isinstance(spec, str):
        yield spec
    elif isinstance(spec, list):
        yield from spec
    elif isinstance(spec, dict) and "column" in spec:
        yield spec["column"]
        yield from spec.get("when", {})


def _check(entry: Dict[str, Any], tables: list[RawTable], file: str) -> None:
    raw = {table.name: table for table in tables}.get(entry.get("from", ""))
    raw = tables[0] if raw is None and len(tables) == 1 else raw
    if raw is None:
        names = [table.name for table in tables]
        wanted = entry.get("from", "")
        raise _wrong(
            file, f'it has no table "{wanted}", which the mapping names{near(wanted, names)}', names, "from"
        )
    known = {*raw.columns, "source_row", "source_line"}
    named = [column for spec in entry["columns"].values() for column in raw_columns(spec)]
    for column in [*named, *entry.get("flags", ())]:
        if column not in known:
            found = f'it has no column "{column}", which the mapping names for {entry["name"]}{near(column, raw.columns)}'
            raise _wrong(file, found, list(raw.columns), "the column")


def _wrong(file: str, found: str, names: list[str], what: str) -> UnreadableInput:
    shown = ", ".join(names[:40]) + (", …" if len(names) > 40 else "")
    return UnreadableInput(file, found, f"one of {shown}", f"Correct {what} in the mapping file.")
