"""What carries the statements of a run out: DuckDB, or Spark beside it."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, cast

from duckdb import DuckDBPyConnection

from ringtrue.engine.running.scope import RENAMED
from ringtrue.engine.spark.database import SparkDatabase
from ringtrue.tables import all_tables

Engine = Literal["duckdb", "spark"]


@contextmanager
def engine_of(engine: Engine, database: DuckDBPyConnection, folder: Path) -> Iterator[DuckDBPyConnection]:
    """The connection on which a run is carried out. Spark hands over in ``folder``, inside the audit folder, which goes away with the run."""
    if engine == "duckdb":
        yield database
        return
    from ringtrue.engine.spark.session import session

    with session() as spark, tempfile.TemporaryDirectory(prefix="spark-", dir=folder) as work:
        yield cast(DuckDBPyConnection, SparkDatabase(database, spark, Path(work)))


def hold_tables(database: DuckDBPyConnection, tables: Path, changed: set[str]) -> None:
    """From here on Spark reads the tables of the audit. ``changed`` are those to which a run adds rows of its own."""
    if not isinstance(database, SparkDatabase):
        return
    for name in all_tables():
        file = tables / f"{name}.parquet"
        database.hold(RENAMED.get(name, name), file if file.exists() and name not in changed else None)
