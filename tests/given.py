"""Runs one procedure on rows written in a test: through the same conversion, views and judging as a real audit."""

import atexit
import csv
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection

from ringtrue import plugins
from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.tables_folder import attach_tables, write_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.database.dialect import parse, reads
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.engine.running.assess import assess, views_of
from ringtrue.engine.running.facts import fact_texts
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.judge import rows_of
from ringtrue.engine.running.leads import create_lead_records
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import build_views
from ringtrue.model import Catalogued
from ringtrue.model.chart import Chart
from ringtrue.model.result import ProcedureResult
from ringtrue.model.source import Mapping, RawTable, ReadResult
from ringtrue.model.sql import literal

ENGINES = ExitStack()
atexit.register(ENGINES.close)


@dataclass(frozen=True)
class Judged:
    result: ProcedureResult
    rows: list[dict[str, Any]]
    lead_records: list[dict[str, Any]]
    charts: tuple[Chart, ...] = ()


@cache
def catalogue() -> dict[str, Catalogued]:
    return {one.declaration.id: one for one in plugins.procedures()}


def judge(
    procedure: str,
    given: dict[str, list[dict[str, Any]]],
    audit: dict[str, Any] | None = None,
    settings: dict[str, Any] | None = None,
) -> Judged:
    """Judge by one procedure what the rows of ``given`` (by table) say. A table given without rows is given, and empty."""
    one = catalogue()[procedure]
    told = dict(audit or {})
    if "period" in told:
        told["period"] = tuple(date.fromisoformat(str(day)) for day in told["period"])
    about = AuditFile(**{**told, "procedures": {procedure: settings or {}}})
    with attached(given, about) as (database, folder, columns):
        create_lead_records(database)
        build_views(database, views_of(one, about))
        found = assess(database, one, columns, about, (), folder)
        rows = rows_of(database, "select * from judged") if found.result.judged_table else []
        return Judged(found.result, rows, rows_of(database, "select * from lead_records"), found.charts)


def view(
    name: str, given: dict[str, list[dict[str, Any]]], audit: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The rows of one view on what the rows of ``given`` (by table) say."""
    return answer(f"select * from {name}", {name}, given, audit)


def fact(
    name: str, given: dict[str, list[dict[str, Any]]], audit: dict[str, Any] | None = None
) -> dict[str, Any]:
    """The statements of one fact of a run, each with its value, on what the rows of ``given`` (by table) say."""
    text = fact_texts()[name]
    return {row["statement"]: row["value"] for row in answer(text, reads(parse(text)), given, audit)}


def answer(
    sql: str, views: set[str], given: dict[str, list[dict[str, Any]]], audit: dict[str, Any] | None = None
) -> list[dict[str, Any]]:
    """The rows that a query on these views gives."""
    about = AuditFile(**(audit or {}))
    with attached(given, about) as (database, _, _):
        build_views(database, views)
        return rows_of(database, sql)


@contextmanager
def attached(
    given: dict[str, list[dict[str, Any]]], about: AuditFile
) -> Iterator[tuple[DuckDBPyConnection, Path, dict[str, list[str]]]]:
    """The rows of ``given``, loaded, written and attached for a run; with the folder of the run, and the columns given."""
    with tempfile.TemporaryDirectory() as place, loading().cursor() as database:
        folder = Path(place)
        (folder / "tables").mkdir()
        loaded = load(
            database, [incoming(table, rows, folder) for table, rows in given.items()], about.timezone
        )
        write_tables(database, folder / "tables", loaded.given, {})
        columns = {table: sorted(named) for table, named in loaded.given.items()}
        attach_tables(running(), folder / "tables", RENAMED, columns)
        try:
            with running().cursor() as fresh:
                set_scope(fresh, about)
                build_pseudonyms(fresh)
                tell_given(fresh, columns)
                yield fresh, folder, columns
        finally:
            attach_tables(running(), Path(os.devnull), RENAMED, columns)


@cache
def loading() -> DuckDBPyConnection:
    """The DuckDB in which all rows of this process are loaded: every test has a cursor, whose tables are its own."""
    return ENGINES.enter_context(connection())


@cache
def running() -> DuckDBPyConnection:
    """The DuckDB in which all of them are judged; its tables are empty but for those that a test attaches."""
    database = ENGINES.enter_context(connection())
    attach_tables(database, Path(os.devnull), RENAMED)
    return database


def incoming(table: str, rows: list[dict[str, Any]], folder: Path) -> Incoming:
    columns = list(dict.fromkeys(name for row in rows for name in row)) or _all_columns(table)
    file = folder / f"{table}.csv"
    with file.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, columns, restval="")
        writer.writeheader()
        writer.writerows({name: _text(value) for name, value in row.items()} for row in rows)
    names = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in columns)
    relation = (
        "(select row_number() over () as source_row, cast(null as bigint) as source_line, * from "
        f"read_csv({literal(str(file))}, header = true, columns = {{{names}}}, delim = ',', quote = '\"', escape = '\"'))"
    )
    entry = {"name": table, "from": table, "primary": True, "columns": {name: name for name in columns}}
    raw = RawTable(name=table, relation=relation, columns=tuple(columns), rows=len(rows))
    mapping = Mapping(content={"table": [entry]})
    return Incoming(file.name, ReadResult(importer="given", tables=(raw,), mapping=mapping), mapping)


def _all_columns(table: str) -> list[str]:
    from ringtrue.tables import table as declared

    return [column.name for column in declared(table).columns]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ";".join(map(str, value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value).lower() if isinstance(value, bool) else str(value)
