"""A whole file through the descriptions of its tool: views, one mapping, and all that was assumed."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection
from duckdb import Error as DatabaseError

from ringtrue.importers.described.columns import Columns, plain
from ringtrue.importers.described.kinds import CONNECTOR, Kind, told_by
from ringtrue.importers.described.times import form_of_times
from ringtrue.importers.described.views import View, view_of
from ringtrue.importers.reading import read_tables
from ringtrue.importers.reading.store import database
from ringtrue.importers.reading.tables import table_name
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.room import lacks_room
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, SourceFile
from ringtrue.model.sql import quoted
from ringtrue.tables import ColumnType, table

Content = dict[str, Any]
NAMED = 12
SAID = 300


@dataclass(frozen=True)
class Looked:
    """What a tool's own eye finds in a table: its columns by all their names, words by list, views beside the described ones."""

    columns: Columns
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    views: tuple[Content, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tool:
    """A tool: its importer's name and package, how it names columns, and how it looks at a table."""

    name: str
    package: str
    title: str
    aliases: Callable[[tuple[str, ...]], dict[str, str]]
    look: Callable[[DuckDBPyConnection, RawTable, Kind, SourceFile, Path], Looked]


@dataclass
class _Found:
    tables: list[RawTable] = field(default_factory=list)
    entries: list[Content] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read: Content = field(default_factory=dict)


def read_described(
    tool: Tool, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None
) -> ReadResult:
    """Every view of every table of the file, and the mapping: the given one, else the described one."""
    raws, notes = read_tables(source, work, settings)
    found = _Found(notes=list(notes))
    with database(work) as connection:
        for raw in raws:
            try:
                _add(connection, tool, raw, source, work, found)
            except DatabaseError as error:
                if lacks_room(error):
                    raise
                raise _refused(source, tool, raw, error) from error
    content: Content = {"importer": tool.name}
    content |= {"read": found.read} if found.read else {}
    content["table"] = found.entries
    return ReadResult(
        importer=tool.name,
        tables=tuple(found.tables),
        mapping=mapping or Mapping(content=content),
        assumptions=tuple(dict.fromkeys(found.notes)),
    )


def _refused(source: SourceFile, tool: Tool, raw: RawTable, error: DatabaseError) -> UnreadableInput:
    said = str(error).strip().partition("\n")[0]
    return UnreadableInput(
        source.name,
        f"the records of {raw.name} cannot be unfolded: {said[:SAID]}",
        f"records in the form in which {tool.title} exports them",
        "Export the file again, or leave out the records that were changed by hand.",
    )


def _add(
    connection: DuckDBPyConnection, tool: Tool, raw: RawTable, source: SourceFile, work: Path, found: _Found
) -> None:
    seen = Columns(raw.columns, tool.aliases(raw.columns))
    kind = told_by(tool.package, seen, (raw.name, table_name(source.name)))
    if kind is None:
        found.tables.append(raw)
        return
    looked = tool.look(connection, raw, kind, source, work)
    views = [
        view
        for told in (*kind.views, *looked.views)
        if (view := view_of(connection, raw, told, looked.columns, looked.values))
    ]
    _take(connection, tool, raw, kind, views, looked, found)
    _note(connection, raw, kind, views, looked, found)


def _take(
    connection: DuckDBPyConnection,
    tool: Tool,
    raw: RawTable,
    kind: Kind,
    views: list[View],
    looked: Looked,
    found: _Found,
) -> None:
    tables = [view.raw for view in views] or [raw]
    tables[0] = replace(tables[0], rows_rejected=raw.rows_rejected, issues=raw.issues)
    found.tables += tables
    found.entries += [entry for view in views for entry in view.tables]
    found.notes.append(
        f"{raw.name} ({raw.rows:,} rows) was taken for an export of {tool.title}: {kind.title}"
    )
    times = form_of_times(
        connection, [(view.raw.relation, column) for view in views for column in _times(view)]
    )
    found.read |= times.read
    found.notes += [times.note] if times.note else []
    if {plain(name) for name in raw.columns} & set(CONNECTOR):
        found.read["zone"] = "UTC"
        found.notes.append("times of a connector's table are read as UTC")
    elif kind.zone:
        found.read["zone"] = kind.zone


def _note(
    connection: DuckDBPyConnection,
    raw: RawTable,
    kind: Kind,
    views: list[View],
    looked: Looked,
    found: _Found,
) -> None:
    found.notes += [*kind.notes, *looked.notes]
    found.notes += [f"{view.note} ({view.raw.rows:,} rows)" for view in views if view.note]
    for check in kind.checks:
        if all(looked.columns.has(need) for need in check.get("needs", ())):
            row = connection.execute(looked.columns.sql(check["sql"], raw.relation)).fetchone()
            found.notes += [str(check["text"]).format(n=f"{row[0]:,}")] if row and row[0] else []
    found.notes += _states(connection, views)
    found.notes += _unused(raw, views)


def _times(view: View) -> list[str]:
    return [
        spec
        for entry in view.tables
        for name, spec in entry["columns"].items()
        if isinstance(spec, str) and table(entry["name"]).column(name).type is ColumnType.TIME
    ]


def _states(connection: DuckDBPyConnection, views: list[View]) -> list[str]:
    """Keep of the known words for states and sorts those that occur, and say how each was read."""
    notes = []
    for view in views:
        for entry in view.tables:
            for name in sorted({"state", "kind", "type", "activity"} & set(entry.get("values", {}))):
                spec = entry["columns"][name]
                column = spec if isinstance(spec, str) else spec["column"]
                rows = connection.execute(
                    f"select lower(trim({quoted(column)})), count(*) as n from {view.raw.relation} "
                    "group by 1 order by n desc, 1 limit 500"
                ).fetchall()
                known = {
                    word: entry["values"][name][word] for word, _ in rows if word in entry["values"][name]
                }
                entry["values"][name] = known
                read = "; ".join(f'"{word}" ({n:,}) as {known[word]}' for word, n in rows if word in known)
                notes += [f"{entry['name']}.{name}: {read}"] if read and entry["name"] == "cases" else []
    return notes


def _unused(raw: RawTable, views: list[View]) -> list[str]:
    told = " ".join([view.raw.relation for view in views])
    used = {
        spec if isinstance(spec, str) else spec.get("column", "")
        for view in views
        for entry in view.tables
        for spec in entry["columns"].values()
    }
    rest = [name for name in raw.columns if name not in used and quoted(name) not in told]
    more = f", … ({len(rest):,} in all)" if len(rest) > NAMED else ""
    return [f"columns of {raw.name} that were not used: {', '.join(rest[:NAMED])}{more}"] if rest else []
