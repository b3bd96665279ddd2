"""What the tables of a file mean: parts of a mapping that are sure, and what has to be asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ringtrue.importers.given import raw_columns
from ringtrue.importers.tabular.cases import CASE_ID, Entry, Found, history, tickets
from ringtrue.importers.tabular.choose import Choice, choose, shown
from ringtrue.importers.tabular.fit import Fit
from ringtrue.importers.tabular.kinds import letters_of_ids
from ringtrue.importers.tabular.leftover import left_out
from ringtrue.importers.tabular.naming import identity, is_canonical
from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.importers.tabular.values import ids_repeat
from ringtrue.importers.tabular.words import table_of_id
from ringtrue.model.source import RawTable
from ringtrue.tables import table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNIQUE = 0.99
"""Share of ids that differ from which rows are single tickets; the few that repeat are rejected and
reported."""

REPEATED = 0.9
"""Share of ids that differ below which rows are the history of tickets; between the two it is not sure."""


@dataclass
class TableTold:
    """What one raw table means.

    ``open`` holds what has to be asked, by canonical table and column; ``reasons`` say it in words. A table
    without parts is
    nothing that is known here.
    """

    raw: RawTable
    entries: list[Entry] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    open: dict[str, dict[str, str]] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    is_identity: bool = False

    @property
    def meant(self) -> dict[str, str]:
        """The canonical column for which each raw column was taken."""
        pairs = [
            (raw, name)
            for entry in self.entries
            for name, spec in entry["columns"].items()
            for raw in raw_columns(spec)
        ]
        return dict(reversed(pairs))


def tell(connection: "DuckDBPyConnection", raw: RawTable, shapes: Shapes) -> TableTold:
    """What the raw table means."""
    if is_canonical(raw.name, raw.columns):
        entry, notes = identity(raw)
        return TableTold(raw, [entry], notes, is_identity=True)
    choice = choose(raw, shapes)
    if choice.best is None:
        return TableTold(raw)
    told = (
        _by_ids(connection, raw, choice, shapes)
        if choice.is_about_tickets
        else _plain(connection, raw, choice.best)
    )
    if told.entries[0]["name"] not in choice.known:
        told.reasons.append(f"more columns that are known of {told.entries[0]['name']}")
    if choice.rivals:
        told.reasons.append(f"columns that tell whether it holds {shown((choice.best.name, *choice.rivals))}")
    told.notes = [*_taken(told), *told.notes, *left_out(raw, shapes, told.entries, choice.fits)]
    return told


def _plain(connection: "DuckDBPyConnection", raw: RawTable, fitted: Fit) -> TableTold:
    """A table that is neither tickets nor their history."""
    order = [column.name for column in table(fitted.name).columns if column.name in fitted.columns]
    entry: Entry = {"name": fitted.name, "from": raw.name, "primary": True}
    told = TableTold(raw, [{**entry, "columns": {name: fitted.columns[name] for name in order}}])
    for name in fitted.missing:
        _ask(told, fitted.name, name, f"a column for {name} of {fitted.name} ({_meaning(fitted.name, name)})")
    if table(fitted.name).unique_id and "id" in fitted.columns:
        rows, different = ids_repeat(connection, raw, fitted.columns["id"])
        if rows and different < UNIQUE * rows:
            found = f'in "{fitted.columns["id"]}" only {different:,} of {rows:,} differ'
            _ask(
                told,
                fitted.name,
                "id",
                f"a column with an id of its own for each row of {fitted.name}; {found}",
            )
    for name, rivals in fitted.rivals.items():
        _ask(told, fitted.name, name, f"one column for {name} of {fitted.name}: it may be {shown(rivals)}")
    return told


def _by_ids(connection: "DuckDBPyConnection", raw: RawTable, choice: Choice, shapes: Shapes) -> TableTold:
    """Tickets where ids differ, their history where they repeat."""
    cases, events = choice.fits["cases"], choice.fits["case_events"]
    ids = list(dict.fromkeys([*_candidates(cases, "id"), *_candidates(events, "case")]))
    counted = {column: ids_repeat(connection, raw, column) for column in ids}
    unique = [
        column for column in ids if _share(counted[column]) >= UNIQUE and column in _candidates(cases, "id")
    ]
    repeated = [column for column in ids if column not in unique and column in _candidates(events, "case")]
    if unique:
        return _as_tickets(connection, raw, cases, unique)
    few = [column for column in repeated if _share(counted[column]) < REPEATED]
    if few:
        return _as_history(connection, raw, events, cases, shapes, few)
    if ids and not events.candidates.get("at"):
        return _as_tickets(
            connection,
            raw,
            cases,
            [column for column in ids if column in _candidates(cases, "id")][:1] or ids[:1],
        )
    told = _as_tickets(connection, raw, cases, ids[:1])
    if ids:
        rows, different = counted[ids[0]]
        found = f"{CASE_ID}: {rows - different:,} of {rows:,} rows of {ids[0]} repeat an id, too few for a history and too many for a list"
        _ask(told, "cases", "id", found)
    return told


def _as_tickets(connection: "DuckDBPyConnection", raw: RawTable, cases: Fit, ids: Sequence[str]) -> TableTold:
    cases.columns = {**cases.columns, **({"id": ids[0]} if ids else {})}
    told = _from_found(raw, tickets(connection, raw, cases))
    own = [one.raw for one in cases.candidates.get("id", []) if one.is_own]
    letters = letters_of_ids(connection, raw, ids[0]) if ids else None
    other = table_of_id(f"{letters}1") if letters else None
    if other:
        told.reasons.append(
            f"columns that tell whether it holds cases or {other}, as its ids begin with {letters}"
        )
    if not ids:
        _ask(told, "cases", "id", CASE_ID)
    elif len(ids) > 1 and ids[0] not in own:
        _ask(told, "cases", "id", f"{CASE_ID}; it may be {shown(ids)}")
    return told


def _as_history(
    connection: "DuckDBPyConnection",
    raw: RawTable,
    events: Fit,
    cases: Fit,
    shapes: Shapes,
    ids: Sequence[str],
) -> TableTold:
    events.columns = {**events.columns, "case": ids[0]}
    told = _from_found(raw, history(connection, raw, events, cases, shapes))
    rows, different = ids_repeat(connection, raw, ids[0])
    told.notes.insert(
        0, f"{rows:,} rows tell of {different:,} cases by {ids[0]}: each row is one event of its case"
    )
    own = [one.raw for one in events.candidates.get("case", []) if one.is_own]
    if len(ids) > 1 and ids[0] not in own:
        _ask(told, "case_events", "case", f"{CASE_ID}; it may be {shown(ids)}")
    return told


def _from_found(raw: RawTable, found: Found) -> TableTold:
    told = TableTold(raw, found.entries, found.notes)
    for name, columns in found.open.items():
        for column, what in columns.items():
            _ask(told, name, column, what)
    return told


def _candidates(fitted: Fit, name: str) -> list[str]:
    """The raw columns that may be it, the surest first; its own name leaves no other."""
    candidates = sorted(fitted.candidates.get(name, []), key=lambda one: (not one.is_own, one.rank))
    return [one.raw for one in candidates]


def _share(counted: tuple[int, int]) -> float:
    rows, different = counted
    return different / rows if rows else 0.0


def _ask(told: TableTold, name: str, column: str, what: str) -> None:
    told.open.setdefault(name, {})[column] = what
    told.reasons.append(what)


def _meaning(name: str, column: str) -> str:
    meaning = table(name).column(column).meaning.rstrip(".")
    return meaning[:1].lower() + meaning[1:]


def _taken(told: TableTold) -> Iterator[str]:
    for entry in told.entries:
        pairs = ", ".join(f"{name} {_shown_spec(spec)}" for name, spec in entry["columns"].items())
        yield f"{told.raw.name} was taken for {entry['name']}: {pairs}"


def _shown_spec(spec: Any) -> str:
    if isinstance(spec, Mapping):
        return f'from "{spec["column"]}" of some rows' if "column" in spec else f"= {spec['value']}"
    return 'from "' + '" and "'.join([spec] if isinstance(spec, str) else spec) + '"'
