"""Impossible times: loaded, and written down as ``implausible``. Procedures leave them untested wherever they matter."""

from duckdb import DuckDBPyConnection

from ringtrue.engine.loading import issues
from ringtrue.model.sql import quoted

_ORDERS = {
    "cases": [("opened_at", "resolved_at"), ("opened_at", "closed_at")],
    "changes": [("started_at", "ended_at")],
    "outages": [("started_at", "ended_at")],
    "survey_rounds": [("sent_from", "sent_to")],
    "agreements": [("valid_from", "valid_to")],
    "targets": [("valid_from", "valid_to")],
    "role_assignments": [("valid_from", "valid_to")],
}
"""Pairs of times of one row of which the first cannot be later."""


def note_implausible(database: DuckDBPyConnection, filled: set[str]) -> None:
    """Write down every row whose times contradict each other."""
    for table, pairs in _ORDERS.items():
        for earlier, later in pairs if table in filled else ():
            _note(
                database,
                table,
                f"{later} < {earlier}",
                table,
                later,
                f"'not before {earlier}, ' || {earlier}",
            )
    if {"cases", "case_events"} <= filled and _has_early(database):
        events = "(select e.*, c.opened_at from case_events as e join cases as c on c.id = e.case)"
        _note(
            database,
            events,
            '"at" < opened_at',
            "case_events",
            "at",
            "'not before its case was opened, ' || opened_at",
        )


def _has_early(database: DuckDBPyConnection) -> bool:
    """Whether the first event of any case is before the case was opened."""
    early = "select 1 from cases_from_events as told join cases using (id) where told.opened_at < cases.opened_at limit 1"
    has_events = database.execute("select 1 from case_events limit 1").fetchall()
    return bool(has_events and database.execute(early).fetchall())


def _note(
    database: DuckDBPyConnection, relation: str, condition: str, table: str, column: str, expected: str
) -> None:
    issues.add_where(
        database,
        relation,
        condition,
        table=table,
        column=column,
        value=f"cast({quoted(column)} as varchar)",
        expected=expected,
        kind="implausible",
        outcome="loaded",
    )
