"""The whole catalogue on tables as they should not be: a result with a reason, never a crash and never a day's wait."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from duckdb import DuckDBPyConnection

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.database.connect import connection
from ringtrue.engine.running.assess import assess, views_of
from ringtrue.engine.running.given import tell_given
from ringtrue.engine.running.leads import create_lead_records
from ringtrue.engine.running.pseudonyms import build_pseudonyms
from ringtrue.engine.running.scope import RENAMED, set_scope
from ringtrue.engine.running.views import build_views
from ringtrue.model.result import ProcedureResult
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import Column, ColumnType, Table, all_tables
from tests.given import catalogue

EVERY = sorted(catalogue())
MILLION = 1_000_000
AUDIT = AuditFile(period=(date(2026, 1, 1), date(2026, 12, 31)))
EQUAL = {
    ColumnType.NUMBER: "1.0",
    ColumnType.INTEGER: "1",
    ColumnType.BOOLEAN: "true",
    ColumnType.TIME: "timestamp '2026-03-04 10:00:00'",
    ColumnType.DATE: "date '2026-03-04'",
    ColumnType.CLOCK: "'08:00'",
    ColumnType.LIST: "['1']",
}


@pytest.mark.parametrize("procedure", EVERY)
def test_tables_with_nothing_but_their_required_columns_say_nothing(procedure: str) -> None:
    with tables(dict.fromkeys(all_tables(), 25), only_required=True) as database:
        result = judged(database, procedure)
    assert result.why
    assert result.population == result.judged + result.untestable


@pytest.mark.slow
@pytest.mark.parametrize("procedure", EVERY)
def test_a_million_equal_rows_give_a_result_with_a_reason(procedure: str) -> None:
    first = next(iter(catalogue()[procedure].declaration.needs)).split("|")[0]
    with tables({name: MILLION if name == first else 1 for name in all_tables()}) as database:
        result = judged(database, procedure)
    assert result.why
    assert result.population == result.judged + result.untestable


def judged(database: DuckDBPyConnection, procedure: str) -> ProcedureResult:
    one = catalogue()[procedure]
    given = {name: [column.name for column in table.columns] for name, table in all_tables().items()}
    tell_given(database, given)
    build_views(database, views_of(one, AUDIT))
    with tempfile.TemporaryDirectory() as place:
        return assess(database, one, given, AUDIT, (), Path(place)).result


@contextmanager
def tables(rows: Mapping[str, int], only_required: bool = False) -> Iterator[DuckDBPyConnection]:
    """Every canonical table with so many rows, equal but for the id; every reference leads to the row 1."""
    with connection("4GB") as database:
        for name, table in all_tables().items():
            columns = ", ".join(_column(column, table, only_required) for column in table.columns)
            database.execute(
                f"create table {RENAMED.get(name, name)} as select {columns}, {literal(name)} as source_file, "
                f"cast(number as bigint) as source_row from range(1, {rows[name] + 1}) as rows(number)"
            )
        set_scope(database, AUDIT)
        build_pseudonyms(database)
        create_lead_records(database)
        yield database


def _column(column: Column, table: Table, only_required: bool) -> str:
    if column.name == "id" and table.unique_id:
        value = "cast(number as varchar)"
    elif only_required and not column.required:
        value = "null"
    elif column.type is ColumnType.TEXT:
        value = literal(column.values[0] if column.values else "1")
    else:
        value = EQUAL[column.type]
    return f"cast({value} as {column.type.sql}) as {quoted(column.name)}"
