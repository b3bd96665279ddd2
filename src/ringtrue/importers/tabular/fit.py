"""How well a raw table fits a canonical one: which of its columns mean what, by their names and their
values."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.model.source import RawTable
from ringtrue.tables import Column, table
from ringtrue.tables.synonyms import normalise_header, synonyms, without_place

OWN, SYNONYM = 1.5, 1.0
"""Weight of a column by its canonical name, and by another name."""


@dataclass(frozen=True)
class Candidate:
    """A raw column that may be a canonical one. ``rank`` is its header's place among the known ones, the
    surest first."""

    raw: str
    is_own: bool
    rank: int


@dataclass
class Fit:
    """A raw table as a canonical one.

    ``rivals`` are required columns for which several raw columns stand equally well; ``misfits`` are raw
    columns whose name is
    known, but whose values cannot be those of the column.
    """

    name: str
    columns: dict[str, str] = field(default_factory=dict)
    candidates: dict[str, list[Candidate]] = field(default_factory=dict)
    rivals: dict[str, list[str]] = field(default_factory=dict)
    misfits: dict[str, str] = field(default_factory=dict)
    weight: float = 0.0

    @property
    def missing(self) -> list[str]:
        """Required columns that no raw column can be; a row number can stand for an id."""
        return [name for name in table(self.name).required if name not in self.columns and name != "id"]


def fit(name: str, raw: RawTable, shapes: Shapes) -> Fit:
    """The raw table as the canonical table of that name."""
    found = Fit(name)
    known = _known(name)
    for column in raw.columns:
        header = normalise_header(column)
        if header in known and header not in without_place(name):
            _place(found, column, header, known, shapes)
    for name_of, candidates in found.candidates.items():
        _choose(found, table(name).column(name_of), candidates, shapes)
    return found


def _known(name: str) -> dict[str, tuple[str, int]]:
    return {header: (column, rank) for rank, (header, column) in enumerate(synonyms(name).items())}


def _place(found: Fit, raw: str, header: str, known: dict[str, tuple[str, int]], shapes: Shapes) -> None:
    meant, rank = known[header]
    column = table(found.name).column(meant)
    if not shapes[raw].fits(column):
        found.misfits[raw] = meant
        return
    is_own = header == normalise_header(meant)
    found.candidates.setdefault(meant, []).append(Candidate(raw, is_own, rank))


def _choose(found: Fit, column: Column, candidates: Sequence[Candidate], shapes: Shapes) -> None:
    """The column's own name first, then a filled column before an empty one, then the surest header."""
    ordered = sorted(candidates, key=lambda one: (not one.is_own, shapes[one.raw].filled == 0, one.rank))
    best = ordered[0]
    equal = [one.raw for one in ordered if one.is_own == best.is_own and shapes[one.raw].filled]
    if column.required and len(equal) > 1:
        found.rivals[column.name] = equal
    found.columns[column.name] = best.raw
    found.weight += OWN if best.is_own else SYNONYM
