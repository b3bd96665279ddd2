"""From the columns of a file to fields of ServiceNow: by name, by label in English or German, or as connectors split them."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TECHNICAL = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
SHOWN, PLAIN, STORED = 0, 1, 2
"""How a column holds a reference, the best first: as people read it, as it is, as the tool stores it."""

ENDINGS = {".display_value": SHOWN, ".name": SHOWN, ".number": SHOWN, ".value": STORED, ".sys_id": STORED}
IGNORED = (".link", "_link", "_cc")


@dataclass(frozen=True)
class Fields:
    """Which column of a file holds which field.

    ``typical`` counts the columns whose own name is one that only ServiceNow uses; ``labelled`` those known by a label;
    ``connector`` tells that references are split into a link and a stored value.
    """

    columns: Mapping[str, str]
    typical: int
    labelled: int
    connector: bool
    stored: frozenset[str] = frozenset()

    def column(self, alternatives: str) -> str | None:
        """The column of the first field of ``a|b`` that the file has."""
        return next((self.columns[name] for name in alternatives.split("|") if name in self.columns), None)

    def field(self, alternatives: str) -> str | None:
        """The first field of ``a|b`` that the file has."""
        return next((name for name in alternatives.split("|") if name in self.columns), None)

    def has(self, alternatives: str) -> bool:
        """Whether the file has one of the fields of ``a|b``."""
        return self.column(alternatives) is not None


def fields_of(columns: Sequence[str]) -> Fields:
    """The fields of a file with these columns."""
    found: dict[str, tuple[int, str]] = {}
    typical = labelled = 0
    lowered = {column.lower() for column in columns}
    for column in columns:
        technical = bool(TECHNICAL.fullmatch(column.strip()))
        name, rank = _field(column.strip(), technical, lowered)
        if name and (name not in found or rank < found[name][0]):
            found[name] = rank, column
        typical += technical and bool(names("typical") & {name, column.strip()})
        labelled += bool(name) and not technical
    connector = "_fivetran_synced" in lowered or sum(name.endswith("_link") for name in lowered) > 1
    stored = frozenset(name for name, (rank, _) in found.items() if rank == STORED)
    return Fields({name: column for name, (_, column) in found.items()}, typical, labelled, connector, stored)


def _field(column: str, technical: bool, lowered: set[str]) -> tuple[str, int]:
    """The field, and how the column holds a reference; no field where the column is not known."""
    key = re.sub(r"\s+", " ", column.casefold())
    if technical and column in _known():
        return column, PLAIN
    if key in _labels():
        return _labels()[key], PLAIN
    if technical:
        return _technical(column, lowered)
    snake = re.sub(r"[^a-z0-9]+", "_", key).strip("_")
    return (snake if snake in _known() else ""), PLAIN


def _technical(column: str, lowered: set[str]) -> tuple[str, int]:
    if column.startswith("_fivetran") or column.endswith(IGNORED):
        return "", PLAIN
    if column.startswith("dv_"):
        return column[3:], SHOWN
    for ending, rank in ENDINGS.items():
        if column.endswith(ending):
            return column.removesuffix(ending), rank
    if column.endswith("_value") and column.removesuffix("_value") + "_link" in lowered:
        return column.removesuffix("_value"), STORED
    return column, PLAIN


@cache
def names(which: str) -> frozenset[str]:
    """The fields that ``names.toml`` lists as ``typical`` or ``distinct``."""
    told = tomllib.loads((files("ringtrue.importers.servicenow") / "names.toml").read_text("utf-8"))
    return frozenset(told[which])


@cache
def _told() -> dict[str, list[str]]:
    return tomllib.loads((files("ringtrue.importers.servicenow") / "labels.toml").read_text("utf-8"))


@cache
def _labels() -> dict[str, str]:
    return {label.casefold(): field for field, labels in _told().items() for label in labels}


@cache
def _known() -> frozenset[str]:
    """Every field that labels or the marks of a table name."""
    folder = files("ringtrue.importers.servicenow") / "mappings"
    mappings = [
        tomllib.loads(entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".toml")
    ]
    marks = {mark for mapping in mappings for mark in mapping.get("kind", {}).get("marks", ())}
    return frozenset(_told()) | names("typical") | marks
