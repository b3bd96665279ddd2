"""Tickets: one row each, or the rows of their history."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ringtrue.importers.reading.store import quoted
from ringtrue.importers.tabular.fit import Fit
from ringtrue.importers.tabular.known import Known, known_export
from ringtrue.importers.tabular.shapes import MARKS, Shapes
from ringtrue.importers.tabular.words import activity_of, kind_of, kind_of_id, normalise, state_of
from ringtrue.model.source import RawTable
from ringtrue.tables import ColumnType, table
from ringtrue.tables.synonyms import normalise_header

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TIME_OF_EVENT = "a column with the time of each event"
CASE_ID = "a column with the case's id"

UNIQUE = 0.99
"""Share of ids that differ from which rows are single tickets; the few that repeat are rejected and
reported."""

REPEATED = 0.9
"""Share of ids that differ below which rows are the history of tickets; between the two it is not sure."""

VARIES = 0.5
"""Share of tickets with several rows in which a column must change to be the time of each row."""

OFTEN = 0.2
"""Share of such tickets in which a column changes too often to be said of the ticket as a whole."""

STEADY = ("title", "opened_at", "recorded_at", "requester", "customer", "site", "channel", "environment")
"""Columns of cases that do not change during a ticket; one that does is about something else."""

NEARLY_ALL = 0.95
MOST_WORDS = 500
"""Different words of a state column that are looked up."""

SHOWN = 12
PARTS = (
    "sub status",
    "substatus",
    "sub state",
    "unterstatus",
    "teilstatus",
    "sous statut",
    "sous etat",
    "subestado",
    "sub estado",
    "lifecycle transition",
)
"""Headers of a column that only refines the state beside it."""

STATES = ("status", "state", "statut", "etat", "estado", "concept name")
"""Headers of the column that such a part refines."""

TOLD_BY_EVENTS = ("state", "team")
"""Columns of cases that the engine tells from events where these have them."""

Entry = dict[str, Any]
Counted = Sequence[tuple[str, int]]
Meaning = Callable[[str], str | None]


@dataclass
class Found:
    """What was found: parts of a mapping, what was assumed, and what could not be told, by canonical table
    and column."""

    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    open: dict[str, dict[str, str]] = field(default_factory=dict)


def ids_repeat(connection: "DuckDBPyConnection", raw: RawTable, column: str) -> tuple[int, int]:
    """How many rows have an id in that column, and how many different ones there are."""
    row = connection.execute(
        f"select count(*), count(distinct v) from ({_values(raw, column)})"
    ).fetchone() or (0, 0)
    return int(row[0]), int(row[1])


def tickets(connection: "DuckDBPyConnection", raw: RawTable, fitted: Fit) -> Found:
    """One row each: the table ``cases``."""
    columns: dict[str, Any] = {name: fitted.columns[name] for name in _in_order("cases", fitted.columns)}
    found = Found()
    values: dict[str, dict[str, str]] = {}
    if "state" in columns:
        parts = _state_parts(raw, columns["state"])
        columns["state"] = parts if len(parts) > 1 else parts[0]
        known = _known_words(connection, raw, parts, "state", state_of)
        values |= {"state": known} if known else {}
        found.notes += [_in_words("state", known)] if known else []
    _tell_kind(connection, raw, columns, columns.get("id"), values, found.notes)
    found.entries.append(_entry("cases", raw, columns, values, primary=True))
    return found


def history(
    connection: "DuckDBPyConnection", raw: RawTable, events: Fit, cases: Fit, shapes: Shapes
) -> Found:
    """Several rows for each ticket: the table ``case_events``, and in ``cases`` what it says of each ticket
    as a whole."""
    found = Found()
    case = events.columns["case"]
    columns: dict[str, Any] = {
        name: events.columns[name] for name in _in_order("case_events", events.columns)
    }
    at = _time_of_rows(connection, raw, case, events)
    columns.pop("at", None)
    if at:
        columns["at"] = at[0]
    if len(at) != 1:
        found.open["case_events"] = {"at": TIME_OF_EVENT + (f"; it may be {' or '.join(at)}" if at else "")}
    values = _tell_states(connection, raw, columns, found.notes)
    found.entries.append(_entry("case_events", raw, columns, values, primary=True))
    known = known_export(connection, raw)
    whole = {
        name: column
        for name, column in _whole(cases, columns, case).items()
        if not known or column not in known.left_out
    }
    for name in [
        name for name in STEADY if name in whole and _varies(connection, raw, case, whole[name], OFTEN)
    ]:
        found.notes.append(f'"{whole[name]}" was not taken for {name} of cases, as it changes within them')
        del whole[name]
    kinds: dict[str, dict[str, str]] = {}
    _tell_kind(connection, raw, whole, case, kinds, found.notes, known)
    flags = [column for name, column in whole.items() if _is_flag(name, column, shapes)]
    if len(whole) > 1:
        found.entries.append(_entry("cases", raw, whole, kinds, per="id", flags=flags))
    _note_first_names(connection, raw, columns.get("actor"), found.notes)
    return found


def _entry(
    name: str, raw: RawTable, columns: Mapping[str, Any], values: Mapping[str, Any], **more: Any
) -> Entry:
    entry: Entry = {"name": name, "from": raw.name, **{key: value for key, value in more.items() if value}}
    ordered = {column: columns[column] for column in _in_order(name, columns)}
    return {**entry, "columns": ordered} | ({"values": dict(values)} if values else {})


def _in_order(name: str, columns: Iterable[str]) -> list[str]:
    return [column.name for column in table(name).columns if column.name in set(columns)]


def _values(raw: RawTable, column: str) -> str:
    marks = ", ".join("'" + mark.replace("'", "''") + "'" for mark in ("", *MARKS))
    return f"select v from (select trim({quoted(column)}) as v from {raw.relation}) where v not in ({marks})"


def _time_of_rows(connection: "DuckDBPyConnection", raw: RawTable, case: str, events: Fit) -> list[str]:
    """The columns that may be the time of each row: those that change within tickets; by its own name, one
    alone."""
    candidates = events.candidates.get("at", [])
    own = [one.raw for one in candidates if one.is_own]
    if own:
        return own[:1]
    changing = [
        one.raw
        for one in sorted(candidates, key=lambda one: one.rank)
        if _varies(connection, raw, case, one.raw)
    ]
    return changing or [one.raw for one in candidates if len(candidates) == 1]


def _varies(
    connection: "DuckDBPyConnection", raw: RawTable, case: str, column: str, least: float = VARIES
) -> bool:
    row = connection.execute(
        f"""select count(*), count(*) filter (times > 1) from (
            select count(*) as many, count(distinct {quoted(column)}) as times from {raw.relation} group by
            {quoted(case)}
        ) where many > 1"""
    ).fetchone() or (0, 0)
    return bool(row[0]) and row[1] >= least * row[0]


def _state_parts(raw: RawTable, main: str) -> list[str]:
    parts = [column for column in raw.columns if normalise_header(column) in PARTS and column != main]
    return [main, *parts[:1]]


def _tell_states(
    connection: "DuckDBPyConnection", raw: RawTable, columns: dict[str, Any], notes: list[str]
) -> dict[str, dict[str, str]]:
    """Give events their own words and, where these are known, the contract's. Returns what each word
    means."""
    states, acts = _own_words(raw, columns, "state"), _own_words(raw, columns, "activity")
    values: dict[str, dict[str, str]] = {}
    for name, meaning, sources in (
        ("state", state_of, [states or acts]),
        ("activity", activity_of, [acts, states]),
    ):
        told = [(_known_words(connection, raw, parts, name, meaning), parts) for parts in sources if parts]
        best, parts = max(told, key=lambda one: len(one[0]), default=({}, []))
        if best:
            values[name] = best
            columns[name] = parts if len(parts) > 1 else parts[0]
            notes.append(_in_words(name, best))
    return values


def _own_words(raw: RawTable, columns: dict[str, Any], what: str) -> list[str]:
    """The raw columns with the tool's own words for states or activities, put where these belong."""
    named = columns.pop(what, None)
    main = columns.get(f"raw_{what}") or named
    if not main:
        return []
    parts = _state_parts(raw, _refined(raw, main)) if what == "state" else [main]
    columns[f"raw_{what}"] = parts if len(parts) > 1 else parts[0]
    return parts


def _refined(raw: RawTable, main: str) -> str:
    """The state itself, where the column found only refines the one beside it."""
    if normalise_header(main) not in PARTS:
        return main
    return next((column for column in raw.columns if normalise_header(column) in STATES), main)


def _known_words(
    connection: "DuckDBPyConnection", raw: RawTable, parts: Sequence[str], name: str, meaning: Meaning
) -> dict[str, str]:
    canonical = table("case_events").column(name).values
    found = {
        word: meaning(word) or (word if word in canonical else None)
        for word, _ in _counted(connection, raw, parts)
    }
    return {word: meant for word, meant in found.items() if meant}


def _in_words(name: str, known: Mapping[str, str]) -> str:
    shown = "; ".join(f'"{word}" as {meant}' for word, meant in list(known.items())[:SHOWN])
    more = f"; and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return f"{name} is told by words that are known: {shown}{more}"


def _counted(connection: "DuckDBPyConnection", raw: RawTable, parts: Sequence[str]) -> Counted:
    """The different words, parts joined as the engine does, the most frequent first."""
    marks = ", ".join("'" + mark.replace("'", "''") + "'" for mark in ("", *MARKS))
    joined = ", ".join(
        f"case when trim({quoted(part)}) not in ({marks}) then trim({quoted(part)}) end" for part in parts
    )
    rows = connection.execute(
        f"""select v, count(*) from (select nullif(concat_ws('/', {joined}), '') as v from {raw.relation})
        where v is not null group by 1 order by 2 desc, 1 limit {MOST_WORDS}"""
    ).fetchall()
    return [(row[0], int(row[1])) for row in rows]


def _whole(cases: Fit, events: Mapping[str, Any], case: str) -> dict[str, Any]:
    """What is said of each ticket as a whole: columns that no event needs for itself."""
    used = {part for spec in events.values() for part in (spec if isinstance(spec, list) else [spec])}
    told = {name for name in TOLD_BY_EVENTS if f"raw_{name}" in events or name in events}
    whole: dict[str, Any] = {"id": case}
    for name in _in_order("cases", cases.columns):
        if name not in told and name != "id" and cases.columns[name] not in used:
            whole[name] = cases.columns[name]
    return whole


def _is_flag(name: str, column: Any, shapes: Shapes) -> bool:
    is_truth = isinstance(column, str) and column in shapes and shapes[column].truths >= NEARLY_ALL
    return is_truth and table("cases").column(name).type is ColumnType.BOOLEAN


def _tell_kind(
    connection: "DuckDBPyConnection",
    raw: RawTable,
    columns: dict[str, Any],
    case: str | None,
    values: dict[str, dict[str, str]],
    notes: list[str],
    known: Known | None = None,
) -> None:
    """The kind of each case by a column of words, by the letters in front of its id, or by the file's
    name."""
    if "kind" in columns:
        words = {
            word: meant
            for word, _ in _counted(connection, raw, [columns["kind"]])
            if (meant := kind_of(word))
        }
        if words:
            values["kind"] = words
        else:
            del columns["kind"]
    if "kind" in columns:
        return
    told = _kind_by_ids(connection, raw, case) if case else None
    why = "as the letters in front of their ids say"
    if told is None:
        kinds = {kind for word in normalise(raw.name).split() if (kind := kind_of(word))}
        told, why = (kinds.pop() if len(kinds) == 1 else None), f'as the name "{raw.name}" says'
    if told is None and known:
        told, why = known.kind, f"as the file was taken for {known.title}"
    if told:
        columns["kind"] = {"value": told}
        notes.append(f"all cases are taken for the kind {told}, {why}")


def _kind_by_ids(connection: "DuckDBPyConnection", raw: RawTable, case: str) -> str | None:
    prefix = "regexp_extract(v, '^([A-Z]+)\\d', 1)"
    rows = connection.execute(
        f"select {prefix} as p, count(*) from ({_values(raw, case)}) group by 1 order by 2 desc limit 50"
    ).fetchall()
    total = sum(row[1] for row in rows)
    best = kind_of_id(f"{rows[0][0]}1") if rows and rows[0][0] else None
    return best if best and rows[0][1] >= NEARLY_ALL * total else None


def _note_first_names(connection: "DuckDBPyConnection", raw: RawTable, actor: Any, notes: list[str]) -> None:
    """Say it where persons are known by first names only, which several of them share."""
    first = [
        column
        for column in raw.columns
        if any(word in normalise_header(column) for word in ("first name", "vorname", "prenom"))
    ]
    if not isinstance(actor, str) or not first:
        return
    row = connection.execute(
        f"""select count(*), count(*) filter (ends_with(trim({quoted(actor)}), trim({quoted(first[0])}))), count(distinct {quoted(actor)})
        from {raw.relation} where {quoted(actor)} is not null and {quoted(first[0])} is not null"""
    ).fetchone()
    if row and row[0] and row[1] >= VARIES * row[0]:
        notes.append(
            f"{actor} holds first names ({row[2]:,} different ones), which several people share: persons cannot be told apart by it"
        )
