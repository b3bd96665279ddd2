"""A connection like DuckDB's, whose large statements are carried out by Spark.

Views and judged rows are made by Spark and handed over as Parquet in a folder that both engines see; what is small (settings of the
run, groups, leads, counts) stays in DuckDB. A statement goes to Spark when it reads a table of the audit or a view on one.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import sqlglot
from duckdb import DuckDBPyConnection
from sqlglot import exp

from ringtrue.engine.spark.lost import first_line, is_of_spark, lost, what_is_lost
from ringtrue.engine.spark.parts import Part, parts_of
from ringtrue.engine.spark.reach import patiently
from ringtrue.engine.spark.translate import read, said_to_duckdb, said_to_spark
from ringtrue.model.sql import literal, quoted

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_MADE = re.compile(
    r"\s*create or replace (?:temp )?(?:view|table) (?P<name>\w+) as\s(?P<query>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ADDED = re.compile(r"\s*insert into (?P<name>\w+)\s+(?P<query>select\s.*)", re.IGNORECASE | re.DOTALL)
_WHOLE = re.compile(r"\s*select \* from (?P<name>\w+)\s*", re.IGNORECASE)
_DESCRIBED = re.compile(r"\s*describe\s+(?P<query>.*)", re.IGNORECASE | re.DOTALL)
_QUERY = re.compile(r"(?:\s|--[^\n]*\n)*(?:select|with|\()", re.IGNORECASE)


_RESULTS = ("judged", "behind")
"""Tables of one procedure, which DuckDB reads, as files, once Spark has made them."""
_ANEW = re.compile(rf"\s*create or replace temp table (?P<name>{'|'.join(_RESULTS)})\b", re.IGNORECASE)
_KINDS = {"bigint": "BIGINT", "int": "INTEGER", "double": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "timestamp": "TIMESTAMP", "timestamp_ntz": "TIMESTAMP"}  # fmt: skip


class SparkDatabase:
    """DuckDB and Spark on the same tables. ``folder`` is seen by both, and by every worker of the cluster."""

    def __init__(self, database: DuckDBPyConnection, spark: "SparkSession", folder: Path) -> None:
        self.database, self.spark, self.folder = database, spark, folder
        self._large: set[str] = set()
        self._handed_over: set[str] = set()
        self._places: dict[str, Path] = {}
        self._numbers = count()

    def hold(self, name: str, file: Path | None) -> None:
        """A table of the audit, which DuckDB knows already, becomes known to Spark, empty where no file is given."""
        self._large.add(name.lower())
        frame = self.spark.read.parquet(str(file)) if file else self._shared(f"select * from {name}")
        frame.createOrReplaceTempView(name)

    def execute(self, statement: str, given: Sequence[Any] | None = None) -> DuckDBPyConnection:
        """Carry a statement out where it belongs; the answer is DuckDB's."""
        if anew := _ANEW.match(statement):
            self._forget(anew["name"])
        if given is not None:  # what comes from Python is small
            return self.database.execute(statement, given)
        if made := _MADE.match(statement):
            return self._make(statement, made["name"], made["query"])
        if (added := _ADDED.match(statement)) and self._is_large(added["query"]):
            return self.database.execute(
                f"insert into {added['name']} select * from {self._answered(added['query'])}"
            )
        if described := _DESCRIBED.match(statement):
            return self._describe(statement, described["query"])
        if _QUERY.match(statement) and self._is_large(statement):
            return self.database.execute(f"select * from {self._answered(statement)}")
        return self.database.execute(statement, given)

    def executemany(self, statement: str, given: Sequence[Sequence[Any]]) -> DuckDBPyConnection:
        """Small by nature: DuckDB's."""
        return self.database.executemany(statement, given)

    def fetchone(self) -> Any:
        """The next row of the last answer."""
        return self.database.fetchone()

    def _make(self, statement: str, name: str, query: str) -> DuckDBPyConnection:
        self._handed_over.discard(name.lower())
        if not self._is_large(query):
            return self.database.execute(statement)
        place = self._written(
            query
        )  # a view too: Spark would work it out anew for each statement that reads it
        self.spark.read.parquet(str(place)).createOrReplaceTempView(name)
        if name not in _RESULTS:
            self._large.add(name.lower())
            self._places[name.lower()] = place
            return self.database
        self._handed_over.add(name.lower())
        return self.database.execute(f"create or replace temp view {name} as select * from {_files(place)}")

    def _forget(self, name: str) -> None:
        """What is made anew may have been a table before, and be a view on Spark's files now."""
        for kind in ("table", "view"):
            if self.database.execute(
                f"select 1 from duckdb_{kind}s() where {kind}_name = $1", [name]
            ).fetchone():
                self.database.execute(f"drop {kind} {name}")

    def _describe(self, statement: str, query: str) -> DuckDBPyConnection:
        bare = query.strip()
        asked = f"select * from {bare}" if re.fullmatch(r"\w+", bare) else bare
        if not self._is_large(asked):
            return self.database.execute(statement)
        columns = ", ".join(
            f"cast(null as {_KINDS.get(kind, 'VARCHAR[]' if kind.startswith('array') else 'VARCHAR')}) as {quoted(name)}"
            for name, kind in self._frame(asked).dtypes
        )
        return self.database.execute(f"describe select {columns}")

    def _is_large(self, query: str) -> bool:
        return bool(_tables(query) & self._large)

    def _answered(self, query: str) -> str:
        """What DuckDB reads the answer from. A view that is asked for whole stands written already."""
        whole = _WHOLE.fullmatch(query)
        if whole and whole["name"].lower() in self._places:
            return _files(self._places[whole["name"].lower()])
        return _files(self._written(query))

    def _written(self, query: str) -> Path:
        """Carry a query out on Spark, its rows in their order written as Parquet."""
        return self._put(self._frame(query), query)

    def _put(self, frame: "DataFrame", told: str) -> Path:
        """Write rows down. Moments are UTC without a zone, as in our tables."""
        zoneless = [
            f"cast({_tick(name)} as timestamp_ntz) as {_tick(name)}" if kind == "timestamp" else _tick(name)
            for name, kind in frame.dtypes
        ]
        place = self.folder / f"answer-{next(self._numbers)}"
        with _told(told):
            rows = frame.selectExpr(*zoneless)
            patiently(self.spark, lambda: rows.write.mode("overwrite").parquet(str(place)))
        return place

    def _frame(self, query: str) -> "DataFrame":
        tree = read(query)
        for part in parts_of(cast(exp.Query, tree), self._large, lambda: f"part_{next(self._numbers)}"):
            self._work_out(part)
        return self._asked(tree, query)

    def _work_out(self, part: Part) -> None:
        """A part of a statement becomes known to Spark under its name."""
        if part.by == "small":
            self.database.execute(f"create temp view {part.name} as {said_to_duckdb(part.query)}")
            self._shared(f"select * from {part.name}").createOrReplaceTempView(part.name)
            self._handed_over.add(part.name)
            return
        place = self._put(self._asked(part.query, part.name), part.name)
        self.spark.read.parquet(str(place)).createOrReplaceTempView(part.name)
        self._large.add(part.name)

    def _asked(self, tree: exp.Expr, told: str) -> "DataFrame":
        own = {one.alias.lower() for one in tree.find_all(exp.CTE)}
        for name in (
            {table.name.lower() for table in tree.find_all(exp.Table)} - own - self._large - self._handed_over
        ):
            self._hand_over(name)
        with _told(told):
            return self.spark.sql(said_to_spark(tree))

    def _hand_over(self, name: str) -> None:
        """A small table of DuckDB that Spark is to read."""
        known = self.database.execute(
            "select 1 from duckdb_tables() where lower(table_name) = $1 union all select 1 from duckdb_views() where lower(view_name) = $1",
            [name],
        ).fetchone()
        if known:
            self._shared(f"select * from {quoted(name)}").createOrReplaceTempView(name)
            self._handed_over.add(name)

    def _shared(self, query: str) -> "DataFrame":
        place = self.folder / f"given-{next(self._numbers)}.parquet"
        self.database.execute(f"copy ({query}) to {literal(str(place))} (format parquet)")
        return self.spark.read.parquet(str(place))


@contextmanager
def _told(query: str) -> Iterator[None]:
    """What Spark could not do, as an error that a run takes for the failure of one procedure; SparkLost where Spark itself failed."""
    try:
        yield
    except Exception as error:
        if not is_of_spark(error):
            raise
        if what := what_is_lost(error):
            raise lost(what) from error
        raise RuntimeError(f"Spark: {first_line(error)} (in: {' '.join(query.split())[:120]})") from error


def _tables(query: str) -> set[str]:
    """The tables and views that a query reads, in lower case."""
    tree = sqlglot.parse_one(query, dialect="duckdb")
    own = {one.alias.lower() for one in tree.find_all(exp.CTE)}
    return {table.name.lower() for table in tree.find_all(exp.Table)} - own


def _files(place: Path) -> str:
    return f"read_parquet({literal(str(place / '*.parquet'))})"


def _tick(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"
