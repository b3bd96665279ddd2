"""All files of an export, by name."""

from collections.abc import Callable, Iterator, Sequence

from ringtrue.simulation.export import servicenow
from ringtrue.simulation.export.cells import Clock, cell, german, iso, utc
from ringtrue.simulation.export.delimited import delimited
from ringtrue.simulation.export.dirt import soiled
from ringtrue.simulation.export.workbook import Value, shown, workbook
from ringtrue.simulation.organisation import Organisation
from ringtrue.simulation.papers import papers
from ringtrue.simulation.papers.rows import Rows
from ringtrue.tables import ColumnType, Table, all_tables

SERVICENOW: Sequence[Callable[[Organisation], Rows]] = (
    servicenow.incident,
    servicenow.sys_audit,
    servicenow.task_sla,
    servicenow.problem,
)
SERVICENOW_TIMES = {
    "opened_at", "sys_created_on", "resolved_at", "closed_at", "start_time", "end_time", "original_breach_time", "planned_end_time",
    "start_date", "end_date", "work_start", "work_end", "review_date",
}  # fmt: skip
AS_WORKBOOK = "requirements"
IN_UTC = {"survey_invites", "survey_responses"}


def files(organisation: Organisation) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file that the organisation sends."""
    for writer in SERVICENOW:
        name = f"{writer.__name__}.csv"
        yield name, delimited(soiled(name, _text(writer(organisation), SERVICENOW_TIMES, iso)))
    changes = _text(servicenow.change_request(organisation), SERVICENOW_TIMES, german)
    yield "change_request.csv", delimited(changes, "cp1252", ";")
    for table, rows in papers(organisation).items():
        if table == AS_WORKBOOK:
            yield f"{table}.xlsx", _workbook(table, _in_order(all_tables()[table], rows))
        else:
            yield f"{table}.csv", delimited(soiled(f"{table}.csv", _canonical(table, rows)))


def _text(rows: Rows, times: set[str], clock: Clock) -> list[list[str]]:
    header = list(rows[0])
    return [header, *([cell(row.get(name), name in times, clock) for name in header] for row in rows)]


def _in_order(table: Table, rows: Rows) -> Rows:
    """The rows with the columns that any of them has, in the order of the table's declaration."""
    given = {name for row in rows for name in row}
    names = [column.name for column in table.columns if column.name in given]
    return [{name: row.get(name) for name in names} for row in rows]


def _times(table: Table) -> set[str]:
    return {column.name for column in table.columns if column.type is ColumnType.TIME}


def _canonical(name: str, rows: Rows) -> list[list[str]]:
    table = all_tables()[name]
    return _text(_in_order(table, rows), _times(table), utc if name in IN_UTC else iso)


def _workbook(name: str, rows: Rows) -> bytes:
    times = _times(all_tables()[name])
    return workbook(
        name, list(rows[0]), [[_value(key, value, times) for key, value in row.items()] for row in rows]
    )


def _value(key: str, value: object, times: set[str]) -> Value:
    if isinstance(value, int) and key in times:
        return shown(value)
    return value if isinstance(value, int | float | str) else cell(value, False, iso)
