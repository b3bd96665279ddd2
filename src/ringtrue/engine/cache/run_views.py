"""The views of a run, each built when it is first asked for; what is kept stands as a file, and is taken from the cache where it can be."""

from itertools import pairwise
from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.engine.cache.digests import Digests
from ringtrue.engine.cache.store import Store
from ringtrue.engine.loading.narrow import few, numbered
from ringtrue.engine.running.views import KEPT, create_views, needed_views, view_texts
from ringtrue.engine.spark.database import SparkDatabase
from ringtrue.model.sql import literal, quoted

SLICED = f"{KEPT}, case by case"
"""Begins a view of which each case comes from its own events alone: it can be made of some cases at a time, which spills nothing."""
EVENTS, ALL_EVENTS = "case_events", "all_case_events"
EVENTS_IN_A_SLICE = 2_000_000


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
        text = view_texts()[name]
        if isinstance(self.database, SparkDatabase) or not text.startswith(KEPT):
            create_views(self.database, [name])
            return
        place, digest = self.work / name, self.digests.of(name)
        place.mkdir(exist_ok=True)
        if not self.store.take(digest, place):
            self._write(name, text, place)
            self.store.keep(digest, sorted(place.iterdir()))
        files = ", ".join(literal(str(file)) for file in sorted(place.glob("*.parquet")))
        self.database.execute(f"create or replace temp view {name} as select * from read_parquet([{files}])")

    def _write(self, name: str, text: str, place: Path) -> None:
        slices = self._slices() if text.startswith(SLICED) else [None]
        events = self._events(in_slices=len(slices) > 1)
        for number, condition in enumerate(slices):
            file = place / f"{name}_{number:04}.parquet"
            if condition:
                self.database.execute(f"create or replace temp view {EVENTS} as {events} where {condition}")
            self.database.execute(
                f"copy ({text}) to {literal(str(file))} (format parquet, compression snappy)"
            )
        if text.startswith(SLICED):
            create_views(self.database, [EVENTS])

    def _slices(self) -> list[str | None]:
        """Conditions that part the events by their cases into slices that fit into memory; one without a condition, where all do."""
        rows = self.database.execute(
            f"""select distinct "case" from (select "case", row_number() over () as place from all_case_events)
            where place % {EVENTS_IN_A_SLICE} = 0 and "case" is not null order by 1"""
        ).fetchall()
        edges = [literal(row[0]) for row in rows]
        if not edges:
            return [None]
        between = [f'"case" > {one} and "case" <= {other}' for one, other in pairwise(edges)]
        return [f'"case" <= {edges[0]}', *between, f'"case" > {edges[-1]}']

    def _events(self, in_slices: bool) -> str:
        """The events, of many their columns of few different texts as numbers: they are sorted and written in half the time."""
        events = f"({view_texts()[EVENTS]}) as events"
        if not in_slices:
            return f"select * from {events}"
        described = self.database.execute(f"describe select * from {events}").fetchall()
        texts = [row[0] for row in described if row[1] == "VARCHAR" and row[0] != "case"]
        kinds = {
            name: numbered(self.database, ALL_EVENTS, "told", name)
            for name in few(self.database, ALL_EVENTS, texts)
        }
        casts = [f"cast({quoted(name)} as {kind}) as {quoted(name)}" for name, kind in kinds.items()]
        replaced = f"replace ({', '.join(casts)})" if casts else ""
        return f"select * {replaced} from {events}"
