"""An outline cut to what a paper can hold: the first rows of every table, and where the others are."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from ringtrue.reports.numbers import count
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Records, Table

MOST_ROWS = 60
MOST_RECORDS = 8
MOST_PARTS = 200
"""Files with assumptions, requests, clauses without evidence: a paper names so many of each."""


def shortened(given: Outline) -> Outline:
    """The outline with at most ``MOST_ROWS`` rows a table and ``MOST_RECORDS`` records a lead; what was cut is told. No SQL."""
    cut: Outline = _cut(given)
    return replace(cut, procedures=replace(cut.procedures, sql=()))


def _cut(given: Any) -> Any:
    if isinstance(given, Table):
        return _table(given)
    if isinstance(given, Records):
        return _records(given)
    if isinstance(given, tuple):
        return tuple(map(_cut, given[:MOST_PARTS]))
    if not is_dataclass(given) or isinstance(given, type):
        return given
    if type(given).__module__ == "ringtrue.model.chart":
        return given
    return replace(given, **{one.name: _cut(getattr(given, one.name)) for one in fields(given)})


def _table(given: Table) -> Table:
    total = len(given.rows)
    if total <= MOST_ROWS:
        return given
    note = f"The first {count(MOST_ROWS)} of {count(total)}; the workbook holds all."
    return replace(given, rows=given.rows[:MOST_ROWS], note=note)


def _records(given: Records) -> Records:
    if given.first is None:
        return given
    first = _told_columns(replace(given.first, rows=given.first.rows[:MOST_RECORDS]))
    if len(given.first.rows) <= MOST_RECORDS:
        return replace(given, first=first)
    which = "worst" if given.order else "first"
    order = f", {given.order}" if given.order else ""
    note = f"The {which} {count(MOST_RECORDS)} of them{order}; all are in {given.file}."
    return replace(given, first=first, note=note)


def _told_columns(given: Table) -> Table:
    """The table without the columns that say nothing of any record shown."""
    places = [
        place
        for place in range(len(given.columns))
        if any(row[place].text not in ("", "–") for row in given.rows)
    ]
    columns = tuple(given.columns[place] for place in places)
    return replace(
        given, columns=columns, rows=tuple(tuple(row[place] for place in places) for row in given.rows)
    )
