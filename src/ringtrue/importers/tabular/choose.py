"""Which canonical table a raw table is, if that can be told for certain."""

from collections.abc import Sequence
from dataclasses import dataclass

from ringtrue.importers.tabular.fit import Fit, fit
from ringtrue.importers.tabular.naming import canonical_name
from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.importers.tabular.words import tables_named
from ringtrue.model.source import RawTable
from ringtrue.tables import all_tables

NAMED = 3.0
"""Weight of a name of file or sheet that suggests a table: as much as three columns."""

CLEARLY = 1.0
"""Weight by which a table must fit better than the next: as much as one column."""

LEAST_COLUMNS = 3
"""Columns that must be known for a table that no name suggests."""

TICKETS = ("cases", "case_events")


@dataclass(frozen=True)
class Choice:
    """The table that fits best, the others that fit as well, and how each fits."""

    best: Fit | None
    rivals: tuple[str, ...]
    fits: dict[str, Fit]

    @property
    def is_about_tickets(self) -> bool:
        """Whether the rows are tickets or their history; which of the two is told by their ids."""
        return self.best is not None and self.best.name in TICKETS


def choose(raw: RawTable, shapes: Shapes) -> Choice:
    """The canonical table that the raw table fits best by names and values of its columns, and by its own
    name."""
    fits = {name: fit(name, raw, shapes) for name in all_tables()}
    suggested = tables_named(raw.name) | {canonical_name(raw.name) or ""}
    score = {name: _score(found, name in suggested) for name, found in fits.items()}
    known = [name for name, found in fits.items() if _is_known(found, name in suggested, raw)]
    ranked = sorted(known, key=lambda name: (-score[name], name))
    if not ranked:
        return Choice(None, (), fits)
    best = ranked[0]
    near = [
        name for name in ranked[1:] if score[best] - score[name] < CLEARLY and not _are_tickets(best, name)
    ]
    return Choice(fits[best], tuple(near), fits)


def _score(found: Fit, is_suggested: bool) -> float:
    return found.weight + (NAMED if is_suggested else 0) - 2 * len(found.missing) - len(found.misfits) / 2


def _is_known(found: Fit, is_suggested: bool, raw: RawTable) -> bool:
    least = 1 if is_suggested else min(LEAST_COLUMNS, max(2, len(raw.columns)))
    return len(found.columns) >= least


def _are_tickets(*names: str) -> bool:
    return all(name in TICKETS for name in names)


def shown(names: Sequence[str]) -> str:
    """Names of tables in a sentence."""
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 2 else " or ".join(names)
