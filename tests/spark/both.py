"""One audit on DuckDB and on Spark, side by side: every view, every procedure, every lead."""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, cast

from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.tables_folder import attach_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.database.engines import hold_tables
from ringtrue.engine.running.assess import assess, views_of
from ringtrue.engine.running.facts import facts_of, views_of_facts
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.judge import rows_of
from ringtrue.engine.running.leads import create_lead_records
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import build_views, needed_views
from ringtrue.engine.spark.database import SparkDatabase
from ringtrue.model import Catalogued

Given = dict[str, list[str]]


def differences(
    spark: Any,
    tables: Path,
    given: Given,
    about: AuditFile,
    procedures: Sequence[Catalogued],
    work: Path,
    views: bool = True,
    facts: bool = True,
) -> Iterator[str]:
    """What Spark says differently of these tables than DuckDB: one sentence for each view, procedure and fact."""
    work.mkdir(parents=True, exist_ok=True)
    wanted = {name for one in procedures for name in views_of(one, about)} | (
        views_of_facts() if facts else set()
    )
    with connection() as own, _on_spark(spark, work) as theirs:
        for database in (own, theirs):
            attach_tables(database, tables, RENAMED)
            set_scope(database, about)
            build_pseudonyms(database)
            create_lead_records(database)
            tell_given(database, given)
            hold_tables(database, tables, set())
            build_views(database, wanted)
        if views:
            yield from _of_views(own, theirs, needed_views(wanted))
        for one in procedures:
            yield from _of_procedure(own, theirs, one, given, about, work)
        if facts and facts_of(own, ()) != facts_of(theirs, ()):
            yield "the facts differ"


@contextmanager
def _on_spark(spark: Any, work: Path) -> Iterator[DuckDBPyConnection]:
    with connection() as own:
        yield cast(DuckDBPyConnection, SparkDatabase(own, spark, work))


def _of_views(own: DuckDBPyConnection, theirs: DuckDBPyConnection, names: Sequence[str]) -> list[str]:
    found = []
    for name in names:
        ours, told = (rows_as_texts(database, f"select * from {name}") for database in (own, theirs))
        if ours != told:
            found.append(f"view {name}: {_first(ours, told)}")
    return found


def _of_procedure(
    own: DuckDBPyConnection,
    theirs: DuckDBPyConnection,
    one: Catalogued,
    given: Given,
    about: AuditFile,
    work: Path,
) -> list[str]:
    said = []
    for place, database in (("own", own), ("theirs", theirs)):
        (work / place).mkdir(exist_ok=True)
        found = assess(database, one, given, about, (), work / place)
        judged = rows_as_texts(database, "select * from judged") if found.result.judged_table else []
        leads = rows_as_texts(
            database, f"select * from lead_records where starts_with(lead, '{one.declaration.id}/')"
        )
        said.append(
            (judged, leads, plain(asdict(found.result)), plain([asdict(chart) for chart in found.charts]))
        )
    ours, told = said
    return [
        f"{one.declaration.id}, {what}: {_first(_list(mine), _list(other))}"
        for what, mine, other in zip(
            ("judged rows", "records behind leads", "result", "charts"), ours, told, strict=True
        )
        if mine != other
    ]


def rows_as_texts(database: DuckDBPyConnection, sql: str) -> list[str]:
    """All rows as texts that can be compared: in any order, numbers to nine digits."""
    return sorted(
        repr(sorted((name, plain(value)) for name, value in row.items())) for row in rows_of(database, sql)
    )


def plain(value: Any) -> Any:
    """A value with its numbers to nine digits, whatever kind of number they are."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, bool) or not isinstance(value, float | int):
        return value
    return "nan" if math.isnan(value) else float(f"{float(value):.9g}") + 0.0  # no zero below zero


def _list(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{key}: {one}" for key, one in value.items()]
    return [str(one) for one in value]


def _first(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """How many rows each has alone, and the first of them."""
    mine, others = [one for one in ours if one not in theirs], [one for one in theirs if one not in ours]
    return f"{len(mine)} of {len(ours)} only on DuckDB, {len(others)} of {len(theirs)} only on Spark: {mine[:1]} {others[:1]}"
