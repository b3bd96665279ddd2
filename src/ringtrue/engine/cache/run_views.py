"""The views of a run, each built when it is first asked for; what is kept stands as a file, and is taken from the cache where it can be."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.cache.digests import Digests
from ringtrue.engine.cache.store import Store
from ringtrue.engine.spark.database import SparkDatabase
from ringtrue.engine.views import KEPT, create_views, needed_views, view_texts
from ringtrue.model.sql import literal


class RunViews:
    """Views on one connection. ``work`` is a folder that goes away with the run; on Spark, views are kept by Spark."""

    def __init__(self, database: DuckDBPyConnection, work: Path, store: Store, digests: Digests) -> None:
        self.database, self.work, self.store, self.digests = database, work, store, digests
        self._built: set[str] = set()

    def build(self, wanted: set[str]) -> None:
        """Create the wanted views and what they read, where they are not there yet."""
        for name in needed_views(wanted):
            if name not in self._built:
                self._create(name)
                self._built.add(name)

    def _create(self, name: str) -> None:
        if isinstance(self.database, SparkDatabase) or not view_texts()[name].startswith(KEPT):
            create_views(self.database, [name])
            return
        place = self.work / name
        place.mkdir(exist_ok=True)
        file, digest = place / f"{name}.parquet", self.digests.of(name)
        if not self.store.take(digest, place):
            self.database.execute(
                f"copy ({view_texts()[name]}) to {literal(str(file))} (format parquet, compression snappy)"
            )
            self.store.keep(digest, [file])
        self.database.execute(
            f"create or replace temp view {name} as select * from read_parquet({literal(str(file))})"
        )
