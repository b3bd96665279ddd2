"""Tickets: one row each, or the rows of their history."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ringtrue.importers.tabular.fit import Fit
from ringtrue.importers.tabular.kinds import tell_kind
from ringtrue.importers.tabular.known import known_export
from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.importers.tabular.states import in_words, known_words, state_with_parts, tell_states
from ringtrue.importers.tabular.values import varies
from ringtrue.importers.tabular.words import state_of
from ringtrue.model.source import RawTable
from ringtrue.model.sql import quoted
from ringtrue.tables import ColumnType, table
from ringtrue.tables.synonyms import normalise_header

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CASE_ID = "a column with the case's id"
TIME_OF_EVENT = "a column with the time of each event"
WHAT_HAPPENED = ("raw_activity", "raw_state", "team", "field")

MOSTLY = 0.5
"""Share of tickets with several rows in which a column must change to be the time of each row."""

OFTEN = 0.2
"""Share of such tickets in which a column changes too often to be said of the ticket as a whole."""

NEARLY_ALL = 0.95
"""Share of values that must be yes or no for a column to be a flag."""

STEADY = ("title", "opened_at", "recorded_at", "requester", "customer", "site", "channel", "environment")
"""Columns of cases that do not change during a ticket; one that does is about something else."""

TOLD_BY_EVENTS = ("state", "team")
"""Columns of cases that the engine tells from events where these have them."""

FIRST_NAMES = ("first name", "vorname", "prenom")

Entry = dict[str, Any]


@dataclass
class Found:
    """What was found: parts of a mapping, what was assumed, and what could not be told, by canonical table
    and column."""

    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    open: dict[str, dict[str, str]] = field(default_factory=dict)


def tickets(connection: "DuckDBPyConnection", raw: RawTable, fitted: Fit) -> Found:
    """One row each: the table ``cases``."""
    found = Found()
    columns: dict[str, Any] = dict(fitted.columns)
    values: dict[str, dict[str, str]] = {}
    if "state" in columns:
        columns["state"] = state_with_parts(raw, columns["state"])
        values["state"] = known_words(connection, raw, columns["state"], "state", state_of)
        found.notes += [in_words("state", values["state"])] if values["state"] else []
    values["kind"] = tell_kind(connection, raw, columns, known_export(connection, raw), found.notes)
    found.entries.append(entry("cases", raw, columns, values, primary=True))
    return found


def history(
    connection: "DuckDBPyConnection", raw: RawTable, events: Fit, cases: Fit, shapes: Shapes
) -> Found:
    """Several rows for each ticket: the table ``case_events``, and in ``cases`` what is said of each ticket
    as a whole."""
    found = Found()
    known = known_export(connection, raw)
    instead = known.instead if known else {}
    columns: dict[str, Any] = {name: instead.get(column, column) for name, column in events.columns.items()}
    _tell_time(connection, raw, events, columns, found)
    values = tell_states(connection, raw, columns, found.notes)
    if not any(name in columns for name in WHAT_HAPPENED):
        found.open.setdefault("case_events", {})["raw_activity"] = (
            "a column with what happened, or with the state or team after it"
        )
    found.entries.append(entry("case_events", raw, columns, values, primary=True))
    whole = _whole(connection, raw, cases, columns, found)
    whole = {name: column for name, column in whole.items() if not known or column not in known.left_out}
    kinds = {"kind": tell_kind(connection, raw, whole, known, found.notes)}
    flags = [column for name, column in whole.items() if _is_flag(name, column, shapes)]
    if set(whole) != {"id"}:
        found.entries.append(entry("cases", raw, whole, kinds, per="id", flags=flags))
    _note_first_names(connection, raw, columns.get("actor"), found.notes)
    return found


def entry(
    name: str, raw: RawTable, columns: Mapping[str, Any], values: Mapping[str, Any], **more: Any
) -> Entry:
    """One part of a mapping, its columns in the order of the canonical table."""
    part: Entry = {"name": name, "from": raw.name, **{key: value for key, value in more.items() if value}}
    part["columns"] = {column: columns[column] for column in _in_order(name, columns)}
    told = {column: words for column, words in values.items() if words}
    return {**part, "values": told} if told else part


def _in_order(name: str, columns: Iterable[str]) -> list[str]:
    return [column.name for column in table(name).columns if column.name in set(columns)]


def _tell_time(
    connection: "DuckDBPyConnection", raw: RawTable, events: Fit, columns: dict[str, Any], found: Found
) -> None:
    """The time of each row: a column of that name, else the one that changes within tickets."""
    candidates = sorted(events.candidates.get("at", []), key=lambda one: (not one.is_own, one.rank))
    changing = [one for one in candidates if varies(connection, raw, columns["case"], one.raw, MOSTLY)]
    chosen = (
        [one.raw for one in changing if one.is_own]
        or [one.raw for one in changing]
        or [one.raw for one in candidates[:1]]
    )
    columns.pop("at", None)
    if chosen:
        columns["at"] = chosen[0]
    if len(chosen) != 1:
        found.open["case_events"] = {
            "at": TIME_OF_EVENT + (f"; it may be {' or '.join(chosen)}" if chosen else "")
        }


def _whole(
    connection: "DuckDBPyConnection", raw: RawTable, cases: Fit, events: Mapping[str, Any], found: Found
) -> dict[str, Any]:
    """What is said of each ticket as a whole: columns that no event needs for itself, and that do not
    change if they may not."""
    used = {part for spec in events.values() for part in ([spec] if isinstance(spec, str) else spec)}
    told = {name for name in TOLD_BY_EVENTS if f"raw_{name}" in events or name in events}
    whole: dict[str, Any] = {"id": events["case"]}
    for name, column in cases.columns.items():
        if name in told or name == "id" or column in used:
            continue
        if name in STEADY and varies(connection, raw, events["case"], column, OFTEN):
            found.notes.append(f'"{column}" was not taken for {name} of cases, as it changes within them')
        else:
            whole[name] = column
    return whole


def _is_flag(name: str, column: Any, shapes: Shapes) -> bool:
    is_truth = isinstance(column, str) and column in shapes and shapes[column].truths >= NEARLY_ALL
    return is_truth and table("cases").column(name).type is ColumnType.BOOLEAN


def _note_first_names(connection: "DuckDBPyConnection", raw: RawTable, actor: Any, notes: list[str]) -> None:
    """Say it where persons are known by first names only, which several of them share."""
    first = [
        column for column in raw.columns if any(word in normalise_header(column) for word in FIRST_NAMES)
    ]
    if not isinstance(actor, str) or not first:
        return
    row = connection.execute(
        f"""select count(*), count(*) filter (ends_with(trim({quoted(actor)}), trim({quoted(first[0])}))),
            count(distinct {quoted(actor)})
        from {raw.relation} where {quoted(actor)} is not null and {quoted(first[0])} is not null"""
    ).fetchone()
    if row and row[0] and row[1] >= MOSTLY * row[0]:
        notes.append(
            f"{actor} holds first names ({row[2]:,} different ones), which several people share: persons cannot be told apart by it"
        )
