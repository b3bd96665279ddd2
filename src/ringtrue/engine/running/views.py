"""The views, built in the order in which they read one another."""

from collections.abc import Sequence
from functools import cache
from graphlib import TopologicalSorter
from importlib.resources import files

from duckdb import DuckDBPyConnection

from ringtrue.engine.database.dialect import parse, reads

KEPT = "-- kept"


@cache
def view_texts() -> dict[str, str]:
    """The SQL of every view by its name, in an order in which each reads only those before it."""
    texts = {
        file.name.removesuffix(".sql"): file.read_text("utf-8")
        for file in sorted(files("ringtrue.views").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".sql")
    }
    needs = {name: sorted(names_read(text) & texts.keys()) for name, text in texts.items()}
    return {name: texts[name] for name in TopologicalSorter(needs).static_order()}


@cache
def names_read(text: str) -> frozenset[str]:
    """The names of the tables and views that a query reads; OutsideDialect if it cannot be used."""
    return frozenset(reads(parse(text)))


def needed_views(wanted: set[str]) -> list[str]:
    """The views among ``wanted`` and all that they read, in building order."""
    texts = view_texts()
    needed = wanted & texts.keys()
    for name in reversed(texts):
        if name in needed:
            needed |= names_read(texts[name]) & texts.keys()
    return [name for name in texts if name in needed]


def build_views(database: DuckDBPyConnection, wanted: set[str]) -> None:
    """Create the wanted views and what they read; a view marked as kept becomes a table of the run."""
    create_views(database, needed_views(wanted))


def create_views(database: DuckDBPyConnection, names: Sequence[str]) -> None:
    """Create these views, in this order, on what is already there."""
    for name in names:
        text = view_texts()[name]
        kind = "temp table" if text.startswith(KEPT) else "temp view"
        database.execute(f"create or replace {kind} {name} as {text}")
