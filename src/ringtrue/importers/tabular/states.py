"""States and activities of a history: in the tool's own words and, where these are known, in the
contract's."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ringtrue.importers.tabular.values import Spec, counted
from ringtrue.importers.tabular.words import activity_of, state_of
from ringtrue.model.source import RawTable
from ringtrue.tables import table
from ringtrue.tables.synonyms import normalise_header, synonyms

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SHOWN = 12
PARTS = (
    *("sub status", "substatus", "sub state", "lifecycle transition", "unterstatus", "teilstatus"),
    *("sous statut", "sous etat", "subestado", "sub estado"),
)
"""Headers of a column that only refines the state beside it."""

STATES = ("status", "state", "statut", "etat", "estado", "concept name")
"""Headers of the column that such a part refines."""

Columns = dict[str, Any]
Words = dict[str, str]


def tell_states(
    connection: "DuckDBPyConnection", raw: RawTable, columns: Columns, notes: list[str]
) -> dict[str, Words]:
    """Put the columns of states and activities where they belong, and tell what each known word means."""
    _tell_changes(connection, raw, columns)
    states, acts = _own_words(raw, columns, "state"), _own_words(raw, columns, "activity")
    values: dict[str, Words] = {}
    for name, meaning, sources in (
        ("state", state_of, [states or acts]),
        ("activity", activity_of, [acts, states]),
    ):
        told = [(known_words(connection, raw, spec, name, meaning), spec) for spec in sources if spec]
        words, spec = max(told, key=lambda one: len(one[0]), default=({}, None))
        if words:
            values[name] = words
            columns[name] = spec
            notes.append(in_words(name, words))
    return values


def state_with_parts(raw: RawTable, main: str) -> Spec:
    """The column of a state with the one that refines it, if there is one."""
    parts = [column for column in raw.columns if normalise_header(column) in PARTS and column != main]
    return [main, parts[0]] if parts else main


def known_words(
    connection: "DuckDBPyConnection",
    raw: RawTable,
    spec: Spec,
    name: str,
    meaning: Callable[[str], str | None],
) -> Words:
    """What each value means, where it is known or is the contract's own word."""
    canonical = table("case_events").column(name).values
    found = {
        word: meaning(word) or (word if word in canonical else None)
        for word, _ in counted(connection, raw, spec)
    }
    return {word: meant for word, meant in found.items() if meant}


def in_words(name: str, known: Mapping[str, str]) -> str:
    """The sentence that says what known words were taken for."""
    shown = "; ".join(f'"{word}" as {meant}' for word, meant in list(known.items())[:SHOWN])
    more = f"; and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return f"{name} is told by words that are known: {shown}{more}"


def _own_words(raw: RawTable, columns: Columns, what: str) -> Spec | None:
    """The tool's own words for states or activities, put into the column for them."""
    named = columns.pop(what, None)
    main = columns.get(f"raw_{what}") or named
    if not main:
        return None
    spec = state_with_parts(raw, _refined(raw, main)) if what == "state" and isinstance(main, str) else main
    columns[f"raw_{what}"] = spec
    return spec


def _refined(raw: RawTable, main: str) -> str:
    """The state itself, where the column found only refines the one beside it."""
    if normalise_header(main) not in PARTS:
        return main
    return next((column for column in raw.columns if normalise_header(column) in STATES), main)


def _tell_changes(connection: "DuckDBPyConnection", raw: RawTable, columns: Columns) -> None:
    """In a history of changed fields, take states and teams from the changes of these fields."""
    if "field" not in columns or "new" not in columns or {"state", "raw_state"} & set(columns):
        return
    known = synonyms("cases")
    for name, target in (("state", "raw_state"), ("team", "team")):
        fields = [
            word
            for word, _ in counted(connection, raw, columns["field"])
            if known.get(normalise_header(word)) == name
        ]
        if fields and target not in columns:
            columns[target] = {"column": columns["new"], "when": {columns["field"]: fields}}
