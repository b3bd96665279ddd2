"""Which canonical table a raw table is, if that can be told for certain."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ringtrue.importers.tabular.fit import Fit, fit
from ringtrue.importers.tabular.naming import canonical_name
from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.importers.tabular.words import tables_named
from ringtrue.model.source import RawTable
from ringtrue.tables import all_tables
from ringtrue.tables.synonyms import normalise_header, synonyms

NAMED = 3.0
"""Weight of a name of file or sheet that suggests a table: as much as three columns."""

CLEARLY = 1.0
"""Weight by which a table must fit better than the next: as much as one column."""

LEAST_COLUMNS = 3
"""Columns that must be known for a table that no name suggests."""

HALF = 0.5

TICKETS = ("cases", "case_events")

TELLING = {
    "cases": (
        *(
            "kind",
            "title",
            "priority",
            "impact",
            "urgency",
            "resolved_at",
            "requester",
            "team",
            "assignee",
            "service",
        ),
        *(
            "configuration_item",
            "close_code",
            "close_note",
            "reported_attained",
            "reassignment_count",
            "reopen_count",
        ),
    ),
    "case_events": ("case", "at", "raw_activity", "activity", "raw_state", "state", "team", "field"),
}
"""Columns that tell tickets and their history from orders, invoices and whatever else has a number, a state
and a date."""

FEW_TABLES = 3
"""Tables in which a header may be known and still tell which one it is."""

STATE_AND_START = {"id", "state", "opened_at"}
"""What is enough for tickets where the name of the file says that it holds them."""

COMMON = (
    *("id", "name", "title", "kind", "status", "state", "owner", "service", "parent"),
    *("description", "definition", "statement", "text", "note", "comment"),
    *("active_from", "active_to", "valid_from", "valid_to", "starts_at", "ends_at", "at", "until"),
)
"""Columns that tables of many sorts have, so that they tell nothing about which one it is."""


@dataclass(frozen=True)
class Choice:
    """The table that fits best, others that fit as well, all of which enough is known, and how each fits."""

    best: Fit | None
    rivals: tuple[str, ...]
    known: tuple[str, ...]
    fits: dict[str, Fit]

    @property
    def is_about_tickets(self) -> bool:
        """Whether the rows are tickets or their history; which of the two is told by their ids."""
        return self.best is not None and self.best.name in TICKETS


def choose(raw: RawTable, shapes: Shapes) -> Choice:
    """The canonical table that the raw table fits best by names and values of its columns, and by its own
    name."""
    fits = {name: fit(name, raw, shapes) for name in all_tables()}
    suggested = tables_named(raw.name) | ({canonical_name(raw.name) or ""} & set(fits))
    score = {name: _score(found, name in suggested) for name, found in fits.items()}
    known = [name for name, found in fits.items() if _is_known(found, name in suggested, raw, shapes)]
    ranked = sorted(known, key=lambda name: (-score[name], name))
    if not ranked:
        return Choice(None, (), (), fits)
    best = _named_best(ranked, suggested, fits)
    near = [
        name
        for name in ranked
        if name != best and score[best] - score[name] < CLEARLY and not _are_tickets(best, name)
    ]
    named = [name for name in suggested if name in known and name != best and not _are_tickets(best, name)]
    rivals = () if suggested == {best} else tuple(dict.fromkeys([*near, *named]))
    return Choice(fits[best], rivals, tuple(ranked), fits)


def _named_best(ranked: Sequence[str], suggested: set[str], fits: dict[str, Fit]) -> str:
    """The table of the file's name, where it has at least half of what the best has; else the best."""
    named = [name for name in ranked if name in suggested]
    if len(suggested) == 1 and named and fits[named[0]].weight >= HALF * fits[ranked[0]].weight:
        return named[0]
    return ranked[0]


def _score(found: Fit, is_suggested: bool) -> float:
    return found.weight + (NAMED if is_suggested else 0) - 2 * len(found.missing) - len(found.misfits) / 2


def _is_known(found: Fit, is_suggested: bool, raw: RawTable, shapes: Shapes) -> bool:
    """Whether enough columns are known: of tickets some that only tickets have, of other tables at least
    half."""
    if is_suggested and found.name not in TELLING:
        return len(found.columns) >= 2
    filled = sum(1 for column in raw.columns if shapes[column].filled) or len(raw.columns)
    if found.name in TELLING:
        telling = [column for column in TELLING[found.name] if column in found.columns]
        is_telling = len(telling) >= 2 or (is_suggested and set(found.columns) >= STATE_AND_START)
        return is_telling and len(found.columns) >= LEAST_COLUMNS
    telling = [name for name, column in found.columns.items() if name not in COMMON and _is_rare(column)]
    return len(telling) >= 2 and len(found.columns) >= max(LEAST_COLUMNS, HALF * filled)


def _is_rare(column: str) -> bool:
    """Whether the header is known in few tables only; ``created`` and ``customer`` are known in many."""
    return _tables_with()[normalise_header(column)] <= FEW_TABLES


@cache
def _tables_with() -> Counter[str]:
    return Counter(header for name in all_tables() for header in synonyms(name))


def _are_tickets(*names: str) -> bool:
    return all(name in TICKETS for name in names)


def shown(names: Sequence[str]) -> str:
    """Names of tables in a sentence."""
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 2 else " or ".join(names)
