"""OCEL 2.0 in SQLite, opened so that nothing in it can act: read-only, plain tables, no views, no functions."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ringtrue.importers.ocel.refusal import LONGEST, refused
from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.model.progress import Told, silent

NEEDED = ("event", "event_object", "object", "event_map_type", "object_map_type")
FIXED = ("ocel_id", "ocel_time", "ocel_changed_field", "ocel_type")
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)


def read_sqlite_log(path: Path, file: str, out: LogWriter, told: Told = silent) -> None:
    """Write every event and object of the log; how far it is cannot be told from a database. Raises ``UnreadableInput`` where it is damaged or lays tricks."""
    try:
        with closing(open_read_only(path)) as database:
            _Reader(database, file, out).read()
    except sqlite3.Error as error:
        raise refused(file, f"the SQLite database cannot be read ({str(error)[:150]})") from error


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection on which only plain tables can be read, and nothing is written beside the file."""
    database = sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)
    database.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    database.execute("pragma trusted_schema = off")
    database.execute("pragma query_only = on")
    database.execute("pragma cell_size_check = on")
    database.set_authorizer(_only_reading)
    return database


def plain_tables(database: sqlite3.Connection) -> dict[str, str]:
    """The names of the plain tables, by their lower case; views and virtual tables are not among them."""
    found = database.execute("select name, sql from sqlite_master where type = 'table'").fetchall()
    return {
        name.lower(): name
        for name, sql in found
        if not str(sql or "").lstrip().lower().startswith("create virtual")
    }


def _only_reading(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


class _Reader:
    def __init__(self, database: sqlite3.Connection, file: str, out: LogWriter) -> None:
        self.database, self.file, self.out = database, file, out
        self.tables = plain_tables(database)

    def read(self) -> None:
        missing = [name for name in NEEDED if name not in self.tables]
        if missing:
            raise refused(self.file, f"the SQLite database has no plain table {', '.join(missing)}")
        for id, kind in self._rows("event", ("ocel_id", "ocel_type")):
            self.out.add("events", id, kind, None)
        for id, kind in self._rows("object", ("ocel_id", "ocel_type")):
            self.out.add("objects", id, kind)
        for row in self._rows("event_object", ("ocel_event_id", "ocel_object_id", "ocel_qualifier")):
            self.out.add("event_objects", *row)
        if "object_object" in self.tables:
            for row in self._rows("object_object", ("ocel_source_id", "ocel_target_id", "ocel_qualifier")):
                self.out.add("object_objects", *row)
        self._values("event")
        self._values("object")

    def _values(self, level: str) -> None:
        for _, mapped in self._rows(f"{level}_map_type", ("ocel_type", "ocel_type_map")):
            name = f"{level}_{mapped}".lower()
            if name not in self.tables or name in NEEDED or name == "object_object":
                continue
            columns = self._columns(name)
            attributes = [column for column in columns if column.lower() not in FIXED]
            fixed = [column if column in columns else None for column in FIXED[:3]]
            for id, time, changed, *values in self._rows(name, (*fixed, *attributes)):
                if level == "event":
                    self._event(id, time, attributes, values)
                else:
                    self._object(id, time, changed, attributes, values)

    def _event(self, id: str | None, time: str | None, names: list[str], values: list[str | None]) -> None:
        self.out.add("event_values", id, "", time)
        for name, value in zip(names, values, strict=True):
            if value is not None:
                self.out.add("event_values", id, name, value)

    def _object(
        self,
        id: str | None,
        time: str | None,
        changed: str | None,
        names: list[str],
        values: list[str | None],
    ) -> None:
        for name, value in zip(names, values, strict=True):
            if value is not None and changed in (None, "", name):
                self.out.add("object_values", id, name, time, value)

    def _columns(self, table: str) -> list[str]:
        return [
            found[0] for found in self.database.execute(f"select * from {self._named(table)}").description
        ]

    def _rows(self, table: str, columns: tuple[str | None, ...]) -> Iterator[list[str | None]]:
        chosen = ", ".join("null" if column is None else _quoted(column) for column in columns)
        for row in self.database.execute(f"select {chosen} from {self._named(table)}"):
            self.out.unreadable += sum(isinstance(value, bytes) for value in row)
            yield [_text(value) for value in row]

    def _named(self, table: str) -> str:
        return _quoted(self.tables[table])


def _quoted(name: str) -> str:
    """In backticks: an unknown name in double quotes would be read as a text, and nothing would tell."""
    return "`" + name.replace("`", "``") + "`"


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, bytes):
        return None
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)
