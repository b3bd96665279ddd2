"""The tables that a tool exports, as its folder ``kinds`` describes them, and which of them a table is."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.described.columns import Columns, plain

Content = dict[str, Any]
CONNECTOR = ("_fivetran_synced", "_fivetran_id", "_fivetran_deleted", "_company_synced")
"""Columns that a connector adds to each table of a tool."""


@dataclass(frozen=True)
class Kind:
    """One sort of table: its title, the names it has, what its columns must be, and the views that unfold it.

    ``needs`` must all be there; of ``marks`` at least ``least``. ``named``: only where the table or its file is called so, too.
    """

    name: str
    title: str
    files: tuple[str, ...]
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    least: int
    named: bool
    sure: float
    zone: str
    views: tuple[Content, ...]
    notes: tuple[str, ...]
    checks: tuple[Content, ...]


@cache
def kinds(package: str) -> tuple[Kind, ...]:
    """Every kind of the importer in that package, by name."""
    folder = files(package) / "kinds"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return tuple(
        _kind(name.removesuffix(".toml"), tomllib.loads((folder / name).read_text("utf-8"))) for name in names
    )


@cache
def words(package: str) -> Content:
    """The importer's ``words.toml``: the tool's words for states and sorts, and tables without use."""
    return tomllib.loads((files(package) / "words.toml").read_text("utf-8"))


def told_by(package: str, columns: Columns, called: Sequence[str]) -> Kind | None:
    """The kind of a table with these columns that is called so (its own name, its file's); the best where several fit."""
    stems = {re.sub(r"[^a-z]+", "_", name.lower()).strip("_").removesuffix("_data") for name in called}
    fitting = [(_points(kind, columns, stems), kind) for kind in kinds(package)]
    points, best = max(fitting, key=lambda one: one[0])
    return best if points else None


def is_without_use(package: str, columns: Sequence[str], called: Sequence[str]) -> bool:
    """Whether it is a connector's table that is known, by its name and all its columns, to hold nothing of use here."""
    given = {plain(column) for column in columns}
    if not given & set(CONNECTOR):
        return False
    stems = {re.sub(r"[^a-z_]+", "", name.lower()).removesuffix("_data") for name in called}
    unused: dict[str, list[str]] = words(package).get("unused", {})
    return any(name in stems and set(wanted) <= given for name, wanted in unused.items())


def _points(kind: Kind, columns: Columns, stems: set[str]) -> int:
    named = bool(stems & set(kind.files))
    marks = sum(columns.has(mark) for mark in kind.marks)
    if (kind.named and not named) or marks < kind.least or not all(columns.has(need) for need in kind.needs):
        return 0
    return marks + 10 * named + len(kind.needs)


def _kind(name: str, content: Content) -> Kind:
    told = content["kind"]
    return Kind(
        name=name,
        title=told["title"],
        files=tuple(told.get("files", ())),
        needs=tuple(told["needs"]),
        marks=tuple(told.get("marks", ())),
        least=told.get("least", 0),
        named=told.get("named", False),
        sure=told.get("sure", 0.95),
        zone=told.get("zone", ""),
        views=tuple(content.get("view", ())),
        notes=tuple(told.get("notes", ())),
        checks=tuple(content.get("check", ())),
    )
