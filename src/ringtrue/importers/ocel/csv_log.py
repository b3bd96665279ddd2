"""OCEL 1.0 as a table: one event a row, and for each object type a column with a list of ids."""

import re
from pathlib import Path

from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.importers.reading import read_tables
from ringtrue.importers.reading.store import database
from ringtrue.model.source import ReadSettings, SourceFile
from ringtrue.model.sql import quoted

ID, AT, ACTIVITY, TYPE = "ocel:eid", "ocel:timestamp", "ocel:activity", "ocel:type:"
NEEDED = (ID, AT, ACTIVITY)
_ITEM = re.compile(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""")


def read_csv_log(source: SourceFile, work: Path, settings: ReadSettings, out: LogWriter) -> list[str]:
    """Write every event, and every object that an event names. Returns what was assumed in reading the table."""
    tables, notes = read_tables(source, work, settings)
    raw = tables[0]
    columns = [*NEEDED, *(column for column in raw.columns if column not in NEEDED)]
    chosen = ", ".join(map(quoted, columns))
    seen: set[str] = set()
    with database(work) as connection:
        rows = connection.execute(f"select source_line, {chosen} from {raw.relation} order by source_row")
        while found := rows.fetchmany(10_000):
            for line, id, at, activity, *values in found:
                out.add("events", id, activity, at, line=line)
                for column, value in zip(columns[3:], values, strict=True):
                    if value is not None:
                        _take(out, id, column, value, seen)
    return notes


def _take(out: LogWriter, id: str, column: str, value: str, seen: set[str]) -> None:
    if not column.startswith(TYPE):
        out.add("event_values", id, column, value)
        return
    for single, double in _ITEM.findall(value):
        named = single or double
        out.add("event_objects", id, named, None)
        if named not in seen:
            seen.add(named)
            out.add("objects", named, column.removeprefix(TYPE))
