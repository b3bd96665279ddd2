"""An invented organisation as the engine sees it: its tables in a database of their own, so that every fault can be undone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import sqlglot
from duckdb import DuckDBPyConnection
from sqlglot import exp

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.database.connect import connection
from ringtrue.engine.database.dialect import parse, reads
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import view_texts
from ringtrue.model.sql import literal, quoted
from ringtrue.simulation.invented.organisation import build
from ringtrue.tables import all_tables

AUDIT = AuditFile(period=(date(2025, 10, 1), date(2026, 9, 30)), timezone="Europe/Berlin")
MADE = "made"


@contextmanager
def organisation(
    seed: int, services: int, months: int, lookalikes: bool = False
) -> Iterator[DuckDBPyConnection]:
    """A connection in which the organisation stands, clean, with the engine's tables and its period beside it."""
    with connection("4GB") as database:
        database.execute(f"set threads = 1; attach ':memory:' as {MADE}")
        with made(database):
            build(database, seed, services=services, months=months, lookalikes=lookalikes)
        _expose(database)
        set_scope(database, AUDIT)
        build_pseudonyms(database)
        tell_given(database, given(database))
        yield database


@contextmanager
def made(database: DuckDBPyConnection) -> Iterator[None]:
    """Inside, names mean the organisation's own tables; outside, what the engine makes of them."""
    database.execute(f"use {MADE}")
    try:
        yield
    finally:
        database.execute("use memory")


def given(database: DuckDBPyConnection) -> dict[str, list[str]]:
    """The columns that the organisation gives, by table."""
    rows = database.execute(
        f"select table_name, column_name from duckdb_columns() where database_name = {literal(MADE)} order by 1, 2"
    ).fetchall()
    known = all_tables()
    found: dict[str, list[str]] = {}
    for table, column in rows:
        if table in known and any(column == one.name for one in known[table].columns):
            found.setdefault(table, []).append(column)
    return found


def touched(statements: str) -> set[str]:
    """The views whose rows a fault can change: those that read, through others or not, a table that it writes to."""
    trees = sqlglot.parse(statements, dialect="duckdb")
    changed = {
        tree.this.find(exp.Table).name
        for tree in trees
        if isinstance(tree, exp.Update | exp.Insert | exp.Delete)
    }
    changed |= {RENAMED[name] for name in changed & RENAMED.keys()}
    for name, text in view_texts().items():
        if reads(parse(text)) & changed:
            changed.add(name)
    return changed & view_texts().keys()


def _expose(database: DuckDBPyConnection) -> None:
    held = given(database)
    for name, declared in all_tables().items():
        columns = ", ".join(
            f"cast({quoted(column.name) if column.name in held.get(name, ()) else 'null'} as {column.type.sql}) as {quoted(column.name)}"
            for column in declared.columns
        )
        relation = f"{MADE}.{name}" if name in held else "(select 0 as rowid where false)"
        database.execute(
            f"create view {RENAMED.get(name, name)} as select {columns}, {literal(f'{name}.parquet')} as source_file, "
            f"cast(rowid + 1 as bigint) as source_row from {relation}"
        )
