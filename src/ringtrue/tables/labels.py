"""What tables, columns and fixed words are called where people fill them in: in English, and in each language with a file.

``labels.<language>.toml`` holds ``tables`` (a name for each), ``columns`` (by the column's name, or as ``table.column``
where a table calls it otherwise), ``values``, the words of the ``form`` and ``examples``. What it does not know keeps its
English label.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.tables.declaration import Column, Table

DEFAULT = "en"


@dataclass(frozen=True)
class Labels:
    """The labels of one language."""

    language: str
    content: Mapping[str, Any] = field(default_factory=dict)

    def table(self, table: Table) -> str:
        """The name of a table, such as ``Case events``."""
        return str(self._part("tables").get(table.name) or _english(table.name))

    def column(self, table: Table, column: Column) -> str:
        """The heading of a column, such as ``Opened at``; no two columns of a table share one."""
        columns = self._part("columns")
        own = columns.get(f"{table.name}.{column.name}") or columns.get(column.name)
        return str(own or _english(column.name))

    def value(self, value: str) -> str:
        """A fixed word, such as ``critical``; English keeps the contract's own words."""
        return str(self._part("values").get(value, value))

    def values(self, column: Column) -> dict[str, str]:
        """The fixed words of a column as people see them, and what each means."""
        return {self.value(value): value for value in column.values}

    def word(self, name: str) -> str:
        """A word of the form itself: ``remark``, ``mark``, ``yes`` ..."""
        return str(self._part("form")[name])

    def example(self, column: Column) -> str | int | None:
        """What the example row says in a column of free text; None where nothing is laid down."""
        found: str | int | None = self._part("examples").get(column.name)
        return found

    def _part(self, name: str) -> Mapping[str, Any]:
        part: Mapping[str, Any] = self.content.get(name, {})
        return part


@cache
def labels(language: str) -> Labels:
    """The labels of a language; those of an unknown one are English."""
    place = files(__package__).joinpath(f"labels.{language}.toml")
    if not language.isalpha() or not place.is_file():
        return labels(DEFAULT)
    return Labels(language, tomllib.loads(place.read_text("utf-8")))


@cache
def label_languages() -> tuple[str, ...]:
    """English, and every language with a file of its own."""
    names = sorted(place.name for place in files(__package__).iterdir())
    known = [n.split(".")[1] for n in names if n.startswith("labels.") and n.endswith(".toml")]
    return (DEFAULT, *(language for language in known if language != DEFAULT))


def _english(name: str) -> str:
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:]
