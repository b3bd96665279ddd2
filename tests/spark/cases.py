"""The case files of the tests, as tables: each for itself, or all side by side under ids of their own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ringtrue.engine.audit.audit_file import AuditFile
from ringtrue.engine.audit.tables_folder import write_tables
from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.tables import all_tables
from ringtrue.tables.declaration import ColumnType
from tests.given import incoming
from tests.test_procedures import told

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Case:
    """One case of a procedure."""

    it: str
    procedure: str
    given: Rows
    about: AuditFile


def all_cases() -> Iterator[Case]:
    """Every case of every case file."""
    for param in told():
        procedure, case = param.values
        audit = dict(case.get("audit", {}))
        if "period" in audit:
            audit["period"] = tuple(date.fromisoformat(str(day)) for day in audit["period"])
        about = AuditFile(**{**audit, "procedures": {procedure: case.get("settings", {})}})
        yield Case(str(param.id), procedure, case.get("given", {}), about)


def side_by_side() -> Rows:
    """The rows of all cases in one audit: what a case names by an id has an id of that case."""
    whole: Rows = {}
    for number, case in enumerate(all_cases()):
        ids = {
            str(value) for table, rows in case.given.items() for row in rows for value in _named(table, row)
        }
        for table, rows in case.given.items():
            whole.setdefault(table, []).extend(
                {name: _own(value, ids, number) for name, value in row.items()} for row in rows
            )
    return whole


def write(given: Rows, about: AuditFile, folder: Path) -> tuple[Path, dict[str, list[str]]]:
    """The tables of an audit on these rows: where they stand, and the columns that were given."""
    tables = folder / "tables"
    tables.mkdir(parents=True)
    with connection() as database:
        loaded = load(
            database, [incoming(table, rows, folder) for table, rows in given.items()], about.timezone
        )
        write_tables(database, tables, loaded.given, {})
    return tables, {name: sorted(columns) for name, columns in loaded.given.items()}


def _named(table: str, row: dict[str, Any]) -> Iterator[Any]:
    for column in all_tables()[table].columns:
        value = row.get(column.name)
        if value is None or not (column.name == "id" or column.references):
            continue
        yield from value if column.type is ColumnType.LIST and isinstance(value, list) else [value]


def _own(value: Any, ids: set[str], number: int) -> Any:
    if isinstance(value, list):
        return [_own(one, ids, number) for one in value]
    return f"{value} of {number}" if not isinstance(value, bool) and str(value) in ids else value
