"""A few wrong cells and rows, as every real export has some."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

Table = list[list[str]]


def _set(table: Table, row: int, column: str, value: str) -> None:
    table[row][table[0].index(column)] = value


def _impossible_date(table: Table) -> None:
    _set(table, 3600, "opened_at", "2026-06-31 10:12:00")


def _closed_before_opened(table: Table) -> None:
    opened = datetime.fromisoformat(table[3700][table[0].index("opened_at")])
    for column in ("resolved_at", "closed_at"):
        _set(table, 3700, column, str(opened - timedelta(days=1)))


def _unknown_state(table: Table) -> None:
    _set(table, 4100, "state", "Parked")


def _repeated_number(table: Table) -> None:
    table.insert(3012, list(table[2950]))


def _missing_case(table: Table) -> None:
    answers = [place for place, row in enumerate(table) if row[table[0].index("role")] == "user"]
    _set(table, answers[420], "case", "INC0099999")


def _unreadable_score(table: Table) -> None:
    _set(table, 518, "score", "n/a")


DIRT: Mapping[str, Sequence[tuple[str, Callable[[Table], None]]]] = {
    "incident.csv": (
        ("record 3012: the number of record 2950 for the second time", _repeated_number),
        ("record 3600, opened_at: 31 June, a day that does not exist", _impossible_date),
        ("record 3700, resolved_at and closed_at: one day before opened_at", _closed_before_opened),
        ("record 4100, state: Parked, which the tool does not know", _unknown_state),
    ),
    "survey_responses.csv": (
        ("one answer of a user, case: INC0099999, which is not in the list of incidents", _missing_case),
        ("record 518, score: n/a", _unreadable_score),
    ),
}
"""By file: what is wrong, in words, and what makes it so. Records are counted from 1 below the header."""


def soiled(file: str, table: Table) -> Table:
    """The table with its dirt, if it is to have any."""
    for _, soil in DIRT.get(file, ()):
        soil(table)
    return table
