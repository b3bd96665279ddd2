"""Which table of its tool a file holds: told by names of tables, by columns that no other tool has, by labels."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.declared.fields import Fields, fields_of, words

Content = dict[str, Any]
ENOUGH_TYPICAL = 2
ENOUGH_DISTINCT = 3


@dataclass(frozen=True)
class Kind:
    """One table of a tool: how it is told, what its fields mean, what is computed from them."""

    name: str
    title: str
    files: tuple[str, ...]
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    least: int
    content: Content

    def of(self, what: str) -> list[Content]:
        """The declared ``derived`` columns, ``part``s, ``table``s or ``note``s."""
        return list(self.content.get(what, ()))

    @property
    def states(self) -> dict[str, str]:
        """The tool's words and codes for states, each with the contract's word."""
        return {word: state for state, spelled in self.content.get("states", {}).items() for word in spelled}


@dataclass(frozen=True)
class Told:
    """A kind with the fields of the file, and how sure it is: by what."""

    kind: Kind | None
    fields: Fields
    sure: float
    because: str = ""
    points: int = 0


@cache
def kinds(package: str) -> dict[str, Kind]:
    """Every table that the importer in that package knows, by name."""
    folder = files(package) / "mappings"
    stems = sorted(one.name.removesuffix(".toml") for one in folder.iterdir() if one.name.endswith(".toml"))
    return {name: _kind(name, tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))) for name in stems}


def told_by(package: str, columns: Sequence[str], called: Sequence[str]) -> Told:
    """The kind of a table with these columns and names (its own, its file's)."""
    judged = [_judged(package, kind, columns, called) for kind in kinds(package).values()]
    return max(judged, key=lambda told: told.points)


def labels_of(package: str, kind: Kind) -> dict[str, Sequence[str]]:
    """The labels of fields: those of the tool, and those of the table in their place."""
    own: Mapping[str, Sequence[str]] = kind.content.get("labels", {})
    taken = {label for spelled in own.values() for label in spelled}
    shared = {
        name: [label for label in spelled if label not in taken]
        for name, spelled in words(package).labels.items()
    }
    return {**shared, **own}


def _judged(package: str, kind: Kind, columns: Sequence[str], called: Sequence[str]) -> Told:
    fields = fields_of(columns, labels_of(package, kind))
    named = any(_stem(name) in kind.files for name in called)
    marks = [mark for mark in kind.marks if mark in fields.columns]
    if not all(fields.column(need) for need in kind.needs) or not (len(marks) >= kind.least or named):
        return Told(None, fields, 0)
    sure, because = _sure(package, kind, fields, named, len(marks))
    points = 20 * named + 2 * len(marks) + 1 if sure else 0
    return Told(kind if sure else None, fields, sure, because, points)


def _sure(package: str, kind: Kind, fields: Fields, named: bool, marks: int) -> tuple[float, str]:
    known = words(package)
    if len(known.typical & fields.named) >= ENOUGH_TYPICAL and marks >= min(kind.least, 2):
        return 0.95, f"its columns are those of the table ({kind.title})"
    if named and marks >= min(2, len(kind.marks)):
        return 0.9, f"it is named as the table is, and has its columns ({kind.title})"
    if len(known.distinct & fields.labelled) >= ENOUGH_DISTINCT and marks >= kind.least:
        return 0.9, f"its columns have the labels of the tool ({kind.title})"
    return 0, ""


def _stem(table: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "_", table.casefold()).strip("_")


def _kind(name: str, content: Content) -> Kind:
    told = content["kind"]
    return Kind(
        name=name,
        title=told["title"],
        files=tuple(_stem(one) for one in told["files"]),
        needs=tuple(told["needs"]),
        marks=tuple(told["marks"]),
        least=told["least"],
        content=content,
    )
