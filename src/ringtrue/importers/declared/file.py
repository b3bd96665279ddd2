"""A whole file: its tables, each in its parts, with one mapping and all that was assumed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from duckdb import DuckDBPyConnection

from ringtrue.importers.declared import facts
from ringtrue.importers.declared.kinds import Kind, Told, told_by
from ringtrue.importers.declared.meaning import entries, given_times, raw_columns
from ringtrue.importers.declared.sql import Beside, Names, made_of, sql_of, with_derived
from ringtrue.importers.reading import read_tables, table_name
from ringtrue.importers.reading.place import place
from ringtrue.importers.reading.store import database, relation, store
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile
from ringtrue.model.sql import quoted

if TYPE_CHECKING:
    from ringtrue.importers.declared.declared import DeclaredImporter

Content = dict[str, Any]
NAMED = 12


@dataclass
class _Found:
    """What one file gives, gathered table by table."""

    tool: str
    tables: list[RawTable] = field(default_factory=list)
    entries: list[Content] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    date_order: str | None = None


def read_file(
    importer: "DeclaredImporter",
    source: SourceFile,
    work: Path,
    settings: ReadSettings,
    mapping: Mapping | None,
) -> ReadResult:
    """Every table of the file with its derived columns, and the mapping: the given one, else what the columns say."""
    raws, notes = read_tables(source, work, settings)
    stem = table_name(source.name)
    told = [told_by(importer.package, raw.columns, (raw.name, stem)) for raw in raws]
    beside = {
        one.kind.name: Beside(raw.relation, one.fields)
        for raw, one in zip(raws, told, strict=True)
        if one.kind
    }
    found = _Found(importer.tool, notes=list(notes))
    with database(work) as connection:
        for raw, one in zip(raws, told, strict=True):
            _add_table(connection, raw, one, beside, place(source, work), found)
    content = dict(mapping.content) if mapping else _content(importer.name, found)
    return ReadResult(
        importer=importer.name,
        tables=tuple(found.tables),
        mapping=Mapping(content=content),
        assumptions=tuple(dict.fromkeys(found.notes)),
    )


def _content(importer: str, found: _Found) -> Content:
    read: Content = {"date_order": found.date_order} if found.date_order else {}
    read |= {"missing": found.missing} if found.missing else {}
    return {"importer": importer, **({"read": read} if read else {}), "table": found.entries}


def _add_table(
    connection: DuckDBPyConnection,
    raw: RawTable,
    told: Told,
    beside: dict[str, Beside],
    folder: Path,
    found: _Found,
) -> None:
    kind = told.kind
    if kind is None:
        found.tables.append(raw)
        return
    if not kind.of("table"):
        _read_elsewhere(raw, kind, len(beside) > 1, found)
        return
    order, order_note = facts.date_order(connection, raw.relation, given_times(kind, told.fields))
    found.date_order = found.date_order or order
    found.notes += [order_note] if order_note else []
    names = _names(kind, told, beside, order)
    raw = _computed(raw, names, len(beside) > 1, folder)
    conditions: list[str] = []
    kept = raw
    for part in kind.of("part") or [{}]:
        condition = names.fill(part["where"]) if "where" in part else None
        if condition is None and "where" in part:
            found.notes.append(str(part.get("else", "")))
            continue
        conditions.append(condition or "true")
        before = len(found.tables)
        _add_part(connection, kept, names, kind, part, condition, found)
        kept = replace(kept, rows_rejected=0, issues=()) if len(found.tables) > before else kept
    _add_rest(connection, kept, kind, conditions, found)


def _read_elsewhere(raw: RawTable, kind: Kind, among_others: bool, found: _Found) -> None:
    """A table without a place of its own: what it tells is read into others of the same file, where there are any."""
    found.notes.append(f"{raw.name} ({raw.rows:,} rows) was taken for a table of {found.tool}: {kind.title}")
    found.notes += [str(note["text"]) for note in kind.of("note")]
    if not among_others or raw.rows_rejected:
        found.tables.append(raw)


def _names(kind: Kind, told: Told, beside: dict[str, Beside], order: str | None) -> Names:
    """With each derived column that the file allows; the first of several of one name that it allows."""
    found: dict[str, str] = {}
    notes: dict[str, str] = {}
    for declared in kind.of("derived"):
        name = declared["name"]
        sql = Names(told.fields, found, beside, order).fill(sql_of(declared))
        if sql is not None and name not in found and name not in told.fields.columns.values():
            found[name] = sql
            notes |= {name: declared["note"]} if "note" in declared else {}
    return Names(told.fields, found, beside, order, notes)


def _computed(raw: RawTable, names: Names, among_others: bool, folder: Path) -> RawTable:
    """The table with its derived columns, computed once and kept in the work folder."""
    if not names.derived:
        return raw
    ordered = " order by source_row" if among_others else ""
    select = f"select * from {with_derived(raw.relation, names.derived)}{ordered}"
    path = folder / f"derived-{sha256(select.encode()).hexdigest()[:16]}.parquet"
    if not path.exists():
        store(select, path, folder)
    return replace(raw, relation=relation(path), is_trimmed=False)


def _add_part(
    connection: DuckDBPyConnection,
    raw: RawTable,
    names: Names,
    kind: Kind,
    part: Content,
    condition: str | None,
    found: _Found,
) -> None:
    where = f"(select raw.* from {raw.relation} as raw where coalesce({condition}, false))"
    chosen = where if condition else raw.relation
    rows = facts.count(connection, chosen, ["true"])[0]
    if not rows and condition:
        return
    table = replace(
        raw,
        name=f"{raw.name} {part.get('label', '')}".strip(),
        relation=chosen,
        columns=(*raw.columns, *names.derived),
        rows=rows,
    )
    found.tables.append(table)
    _map(connection, table, names, kind, part, found)


def _map(
    connection: DuckDBPyConnection, table: RawTable, names: Names, kind: Kind, part: Content, found: _Found
) -> None:
    filled = facts.filled(connection, table.relation, table.columns)
    told = entries(kind, part.get("label"), names, filled, table.name)
    found.entries += told
    used = raw_columns(told)
    marks = facts.marks(connection, table.relation, sorted(used))
    found.missing += [mark for mark in marks if mark not in found.missing]
    what = f"{kind.title} {part.get('label', '')}".strip()
    found.notes.append(f"{table.name} ({table.rows:,} rows) was taken for a table of {found.tool}: {what}")
    found.notes += _keep_words(connection, table, told)
    found.notes += [
        str(note["text"])
        for note in kind.of("note")
        if "part" not in note or note["part"] == part.get("label")
    ]
    found.notes += [note for name, note in names.notes.items() if name in used and filled.get(name)]
    found.notes += [f'"{mark}" ({count:,} times) was taken for no value' for mark, count in marks.items()]
    found.notes += _unused(names, kind, used, table)


def _keep_words(connection: DuckDBPyConnection, table: RawTable, told: Sequence[Content]) -> list[str]:
    """Keep of the known words for states those that occur, and say how each was read."""
    notes = []
    for entry in told:
        column = entry["columns"].get("state")
        if not isinstance(column, str) or "state" not in entry.get("values", {}):
            continue
        counted = facts.spelled(connection, table.relation, column)
        known = {word: state for word, state in entry["values"]["state"].items() if word in counted}
        entry["values"]["state"] = known or entry["values"]["state"]
        read = "; ".join(
            f'"{word}" ({counted[word]:,}) as {known[word]}' for word in counted if word in known
        )
        notes += [f"{entry['name']}, {column}: {read}"] if read else []
    return notes


def _add_rest(
    connection: DuckDBPyConnection, raw: RawTable, kind: Kind, conditions: Sequence[str], found: _Found
) -> None:
    if not kind.of("part"):
        return
    rest = " or ".join(f"coalesce({one}, false)" for one in conditions) or "false"
    chosen = f"(select raw.* from {raw.relation} as raw where not ({rest}))"
    rows = facts.count(connection, chosen, ["true"])[0]
    if not rows and not raw.rows_rejected:
        return
    note = kind.content.get("rest", {}).get(
        "text", "rows of other sorts have no place in the tables and were left out"
    )
    found.tables.append(replace(raw, name=f"{raw.name} of others", relation=chosen, rows=rows))
    found.notes.append(f"{note} ({rows:,} rows)")


def _unused(names: Names, kind: Kind, used: set[str], table: RawTable) -> list[str]:
    told_of = "".join(names.derived[name] for name in made_of(names.derived, used))
    rest = [
        name
        for name in table.columns
        if name not in used and name not in names.derived and quoted(name) not in told_of
    ]
    if not rest:
        return []
    more = f", … ({len(rest):,} in all)" if len(rest) > NAMED else ""
    return [f"columns that were not used: {', '.join(rest[:NAMED])}{more}"]
