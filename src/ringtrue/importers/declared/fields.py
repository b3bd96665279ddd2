"""From the columns of a file to the fields of a tool: by the names that its database has, or by labels in several languages."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Fields:
    """Which column of a file holds which field; ``named`` were told by their own name, ``labelled`` by a label."""

    columns: Mapping[str, str]
    named: frozenset[str]
    labelled: frozenset[str]

    def column(self, alternatives: str) -> str | None:
        """The column of the first field of ``a|b`` that the file has."""
        return next((self.columns[name] for name in alternatives.split("|") if name in self.columns), None)


@dataclass(frozen=True)
class Words:
    """What a tool calls its fields, and which of the names and labels are used by no other tool."""

    labels: Mapping[str, Sequence[str]]
    typical: frozenset[str]
    distinct: frozenset[str]


@cache
def words(package: str) -> Words:
    """The words of the importer in that package, from its ``fields.toml``."""
    told: dict[str, Any] = tomllib.loads((files(package) / "fields.toml").read_text("utf-8"))
    return Words(told["labels"], frozenset(told["typical"]), frozenset(told["distinct"]))


def fields_of(columns: Sequence[str], labels: Mapping[str, Sequence[str]]) -> Fields:
    """Fields by column. A column's own name goes before a label, the first column before a later one."""
    known = {_plain(label): field for field, spelled in labels.items() for label in spelled}
    found: dict[str, str] = {}
    named, labelled = set(), set()
    for column in columns:
        name = column.strip().removeprefix("fields.")
        if re.fullmatch(r"[a-z_][a-z0-9_.]*(->[a-z_]+)?", name):
            found.setdefault(name, column)
            named.add(name)
    for column in columns:
        field = known.get(_plain(column)) or known.get(_plain(column.rpartition(" - ")[2]))
        if field and field not in found:
            found[field] = column
            labelled.add(field)
    return Fields(found, frozenset(named), frozenset(labelled))


def _plain(label: str) -> str:
    return re.sub(r"\s+", " ", label.replace("*", "")).strip().casefold()
