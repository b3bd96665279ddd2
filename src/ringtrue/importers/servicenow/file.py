"""A whole file: its tables, each in its parts, with one mapping and all that was assumed."""

import typing
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue.importers.reading import read_tables
from ringtrue.importers.reading.store import database
from ringtrue.importers.reading.tables import table_name
from ringtrue.importers.servicenow import facts
from ringtrue.importers.servicenow.derived import Context, derive
from ringtrue.importers.servicenow.fields import Fields, fields_of
from ringtrue.importers.servicenow.kinds import NUMBER, Kind, kinds, told_by
from ringtrue.importers.servicenow.meaning import (
    Available,
    Sort,
    entries,
    raw_columns,
    state_specs,
    time_columns,
)
from ringtrue.importers.servicenow.parts import Part, parts_of, sort_words
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile
from ringtrue.model.sql import quoted

Content = dict[str, Any]
SAMPLE = 50
NAMED = 12


@dataclass
class _Found:
    """What one file gives, gathered table by table."""

    tables: list[RawTable] = field(default_factory=list)
    entries: list[Content] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    date_order: str | None = None
    connector: bool = False


def read_file(source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None) -> ReadResult:
    """Every table of the file with its derived columns, and the mapping: the given one, else what the columns say."""
    raws, notes = read_tables(source, work, settings)
    found = _Found(notes=list(notes))
    given = dict(mapping.content) if mapping else None
    with database(work) as connection:
        for raw in raws:
            _add_table(connection, raw, table_name(source.name), found, given)
    content = given if given is not None else _content(found)
    return ReadResult(
        importer="servicenow",
        tables=tuple(found.tables),
        mapping=Mapping(content=content),
        assumptions=tuple(dict.fromkeys(found.notes)),
    )


def _content(found: _Found) -> Content:
    read: Content = {"date_order": found.date_order} if found.date_order else {}
    read |= {"missing": found.missing} if found.missing else {}
    read |= {"zone": "UTC"} if found.connector else {}
    return {"importer": "servicenow", **({"read": read} if read else {}), "table": found.entries}


def _add_table(
    connection: DuckDBPyConnection, raw: RawTable, stem: str, found: _Found, given: Content | None
) -> None:
    fields = fields_of(raw.columns)
    kind = _kind(connection, raw, stem, fields)
    if kind is None:
        found.tables.append(raw)
        return
    order = facts.date_order(connection, raw.relation, _times(kind, fields))
    chosen = (given or {}).get("read", {}).get("date_order") or order.order or found.date_order
    found.date_order = found.date_order or order.order
    found.connector |= fields.connector
    if fields.connector:
        found.notes.append("times of a connector's table are read as UTC")
    found.notes += [order.note] if order.note and not given else []
    for part in parts_of(kind, fields):
        _add_part(connection, raw, fields, part, chosen or "dmy", found)


def _add_part(
    connection: DuckDBPyConnection, raw: RawTable, fields: Fields, part: Part, order: str, found: _Found
) -> None:
    first = not any(table.name.startswith(raw.name) for table in found.tables)
    if part.kind is None:
        rest = _narrowed(connection, raw, part, [], {})
        if rest.rows:
            found.tables.append(rest)
            found.notes.append(f"{part.note} ({rest.rows:,} rows)")
        return
    derived = _derived(part, fields, order)
    table = _narrowed(connection, raw, part, [*raw.columns, *derived], derived)
    if not table.rows and part.condition is not None:
        return
    table = replace(table, rows_rejected=raw.rows_rejected, issues=raw.issues) if first else table
    found.tables.append(table)
    _map(connection, table, fields, part, derived, found)


def _map(
    connection: DuckDBPyConnection,
    table: RawTable,
    fields: Fields,
    part: Part,
    derived: dict[str, str],
    found: _Found,
) -> None:
    assert part.kind is not None
    stored = fields.connector or facts.is_stored(connection, table.relation, fields.columns)
    available = Available(fields, derived, facts.filled(connection, table.relation, table.columns), stored)
    snapshots = _are_snapshots(connection, table, fields, part.kind)
    left_out, flags_note = _useless_flags(connection, table, fields)
    told = entries(Sort(part.kind, part.of, snapshots), available, table.name, left_out)
    found.entries += told
    used = raw_columns(told)
    states = state_specs(told)
    marks = facts.marks(connection, table.relation, sorted(used), list({column for _, column, _ in states}))
    state_notes = _keep_states(connection, table, states)
    found.missing += [mark for mark in marks if mark not in found.missing]
    found.notes += [_what(table, part, snapshots), *flags_note]
    found.notes += [*state_notes, *_notes_of(part, fields, used & set(_with_values(available)), stored)]
    found.notes += _record_note(connection, table, derived)
    found.notes += [f'"{mark}" ({count:,} times) was taken for no value' for mark, count in marks.items()]
    found.notes += _unused(fields, derived, part.kind, used, table)


def _kind(connection: DuckDBPyConnection, raw: RawTable, stem: str, fields: Fields) -> Kind | None:
    """The kind of the table; where other sorts of records stand in it too, the one that is split by sort."""
    kind = told_by(fields, (raw.name, stem), _sample(connection, raw)).kind
    if kind is None or not sort_words(kind):
        return kind
    classes = fields.column("sys_class_name")
    numbers = fields.column("number")
    if classes:
        others = facts.holds_others(connection, raw.relation, classes, f"^({'|'.join(sort_words(kind))})$")
    else:
        others = bool(numbers) and facts.holds_others(
            connection, raw.relation, str(numbers), kind.numbers.lower(), NUMBER.pattern.lower()
        )
    return kinds()["task"] if others else kind


def _with_values(available: Available) -> list[str]:
    return [name for name, count in available.filled.items() if count]


def _sample(connection: DuckDBPyConnection, raw: RawTable) -> list[dict[str, str]]:
    picked = ", ".join(f"coalesce({quoted(column)}, '')" for column in raw.columns)
    rows = connection.execute(f"select {picked} from {raw.relation} limit {SAMPLE}").fetchall()
    return [dict(zip(raw.columns, row, strict=True)) for row in rows]


def _times(kind: Kind, fields: Fields) -> list[str]:
    available = Available(fields, {}, {}, False)
    tables = entries(Sort(kind, None, kind.name == "incident"), available, "", frozenset())
    return time_columns(tables) or [
        column for name, column in fields.columns.items() if name.endswith(("_at", "_on", "_time", "_date"))
    ]


def _derived(part: Part, fields: Fields, order: str) -> dict[str, str]:
    """SQL of the derived columns that the file allows, by name."""
    assert part.kind is not None
    of = part.of or part.kind
    context = Context(of.states, part.kind.held or of.held, order)
    found = {}
    for told in part.kind.derived:
        columns = [fields.column(need) for need in told["of"]]
        if None not in columns:
            found[told["name"]] = derive(told["rule"], [quoted(str(column)) for column in columns], context)
    return {name: sql for name, sql in found.items() if name not in fields.columns.values()}


def _narrowed(
    connection: DuckDBPyConnection, raw: RawTable, part: Part, columns: list[str], derived: dict[str, str]
) -> RawTable:
    chosen = "".join(f", {sql} as {quoted(name)}" for name, sql in derived.items())
    where = f" where {part.condition}" if part.condition else ""
    relation = f"(select *{chosen} from {raw.relation}{where})" if derived or where else raw.relation
    rows = facts.one_row(connection, relation, ["count(*)"])[0]
    name = f"{raw.name} {part.label}".strip()
    return RawTable(
        name=name, relation=relation, columns=tuple(columns or raw.columns), rows=rows, part=raw.part
    )


def _are_snapshots(connection: DuckDBPyConnection, table: RawTable, fields: Fields, kind: Kind) -> bool:
    number = fields.column("number|sys_id")
    lists_cases = any(entry["name"] == "cases" for entry in kind.tables)
    if not lists_cases or number is None or not fields.has("sys_updated_on"):
        return False
    return facts.repeats(connection, table.relation, number)


def _useless_flags(
    connection: DuckDBPyConnection, table: RawTable, fields: Fields
) -> tuple[frozenset[str], list[str]]:
    column = fields.column("made_sla")
    if column is None or facts.has_both(connection, table.relation, column):
        return frozenset(), []
    note = f"{column} says the same on every row, as in tools that do not keep it up: it was left out"
    return frozenset({column}), [note]


def _what(table: RawTable, part: Part, snapshots: bool) -> str:
    assert part.kind is not None
    title = f"{part.kind.title} ({part.of.title})" if part.of else part.kind.title
    each = "; each row is a snapshot of a record at one of its updates" if snapshots else ""
    return f"{table.name} ({table.rows:,} rows) was taken for a list of ServiceNow: {title}{each}"


def _keep_states(
    connection: DuckDBPyConnection,
    table: RawTable,
    specs: list[tuple[Content, str, typing.Mapping[str, Sequence[str]]]],
) -> list[str]:
    """Keep of the known words for states those that occur, and say how each was read."""
    notes = []
    for entry, column, when in specs:
        counted = facts.words(connection, table.relation, column, when)
        known = {word: state for word, state in entry["values"]["state"].items() if word in counted}
        entry["values"]["state"] = known
        read = "; ".join(
            f'"{word}" ({counted[word]:,}) as {known[word]}' for word in counted if word in known
        )
        notes += [f"{column}: {read}"] if read else []
    return notes


def _notes_of(part: Part, fields: Fields, used: set[str], stored: bool) -> list[str]:
    assert part.kind is not None
    notes = [str(note["text"]) for note in part.kind.notes]
    notes += [str(told["note"]) for told in part.kind.derived if told["name"] in used and "note" in told]
    notes += [part.note] if part.note else []
    if stored and fields.has("sys_id"):
        notes.append("records are named by their sys_id, as the references in this export are")
    return notes


def _record_note(connection: DuckDBPyConnection, table: RawTable, derived: dict[str, str]) -> list[str]:
    if "record" not in derived or not facts.holds_others(
        connection, table.relation, "record", NUMBER.pattern.lower(), "^[0-9a-f]{32}$"
    ):
        return []
    return [
        "the history names its records by sys_id: it fits only to lists of cases that are named by sys_id too; "
        "ask for a column with the record's number beside it"
    ]


def _unused(
    fields: Fields, derived: dict[str, str], kind: Kind, used: set[str], table: RawTable
) -> list[str]:
    made_of = {fields.column(need) for told in kind.derived if told["name"] in used for need in told["of"]}
    rest = [
        name for name in table.columns if name not in used and name not in made_of and name not in derived
    ]
    if not rest:
        return []
    more = f", … ({len(rest):,} in all)" if len(rest) > NAMED else ""
    return [f"columns that were not used: {', '.join(rest[:NAMED])}{more}"]
