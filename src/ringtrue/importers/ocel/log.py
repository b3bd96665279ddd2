"""A log that has been read, as relations: events, objects, and which object stands at which event."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from ringtrue.importers.ocel.refusal import refused
from ringtrue.importers.ocel.writer import LISTS, LogWriter
from ringtrue.importers.reading.store import database
from ringtrue.model.sql import literal

MEMORY = "300MB"
MOST_NAMES = 1_000

_FIRST = "qualify row_number() over (partition by id order by n) = 1"

_VIEWS = f"""
create temp view objs as select * from objects where id is not null {_FIRST};
create temp view times as select id, any_value(value) as told from event_values where name = '' group by id;
create temp view evs as
    select events.n, events.l, events.id, events.type, coalesce(events.time, times.told) as time
    from (select * from events where id is not null {_FIRST}) as events left join times on times.id = events.id;
create temp view at_events as
    select event_objects.n, event_objects.id as event, objs.id as object, objs.type, event_objects.qualifier
    from event_objects join objs on objs.id = event_objects.object;
create temp view between as
    select o.n, o.l, o.source, a.type as source_type, o.target, b.type as target_type, o.qualifier
    from object_objects as o join objs as a on a.id = o.source join objs as b on b.id = o.target;
create temp view history as
    select object_values.n, object_values.l, objs.id, objs.type, name, time, value,
        lag(value) over (partition by objs.id, name order by moment, object_values.n) as old,
        time is null or moment between timestamp '1969-12-30' and timestamp '1970-01-03' as initial,
        moment
    from (select *, try_cast(time as timestamp) as moment from object_values where name is not null) as object_values
    join objs on objs.id = object_values.id;
"""


class Log:
    """The lists of a log in working files, with what follows from them as views."""

    def __init__(self, written: LogWriter, file: str, connection: duckdb.DuckDBPyConnection) -> None:
        self.written, self.file, self._connection = written, file, connection
        for name, columns in LISTS.items():
            kinds = "".join(f", {literal(column)}: 'VARCHAR'" for column in columns)
            path = written.folder / f"{name}.json"
            kept = path.with_suffix(".parquet")
            connection.execute(
                f"copy (select * from read_json({literal(path)}, format = 'newline_delimited', "
                f"maximum_object_size = {max(2**20, written.longest * 4 + 1000)}, "
                f"columns = {{n: 'BIGINT', l: 'BIGINT'{kinds}}})) to {literal(kept)} (format parquet, compression lz4)"
            )
            path.unlink()
            connection.execute(f"create temp view {name} as select * from read_parquet({literal(kept)})")
        connection.execute(_VIEWS)

    def fetch(self, query: str) -> list[tuple[Any, ...]]:
        """The rows of a query."""
        return self._connection.execute(query).fetchall()

    def execute(self, statement: str) -> None:
        """Run one statement."""
        self._connection.execute(statement)

    def count(self, query: str) -> int:
        """The one number that a query yields."""
        return int(self.fetch(query)[0][0] or 0)

    def names(self, query: str) -> list[str]:
        """The different names that a query yields, in order. Refuses a log with more than a thousand."""
        found = [row[0] for row in self.fetch(f"{query} limit {MOST_NAMES + 1}")]
        if len(found) > MOST_NAMES:
            raise refused(
                self.file, f"it has more than {MOST_NAMES:,} different names of types or attributes"
            )
        return found

    def event_attributes(self) -> list[str]:
        """The names of what events say of themselves."""
        return self.names("select distinct name from event_values where name <> '' order by 1")

    def object_attributes(self, types: Sequence[str]) -> list[str]:
        """The names of what objects of these types say of themselves."""
        return self.names(f"select distinct name from history where type in {listed(types)} order by 1")


@contextmanager
def opened(written: LogWriter, file: str) -> Iterator[Log]:
    """The log for as long as it is worked on; what does not fit into memory spills beside it."""
    with database(written.folder) as connection:
        connection.execute(
            f"set memory_limit = '{MEMORY}'; set threads = 2; set preserve_insertion_order = false"
        )
        yield Log(written, file, connection)


def listed(words: Sequence[str]) -> str:
    """Words as what follows ``in``; none of them where there are none."""
    return f"({', '.join(map(literal, words))})" if words else "(null)"


def parquet(folder: Path, name: str) -> Path:
    """Where a raw table of the log is kept."""
    return folder / f"table-{name}.parquet"
