"""The columns of a raw table, found by any of several names."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ringtrue.model.sql import quoted

ABSENT = "cast(null as varchar)"
_HOLE = re.compile(r"\{([^{}]+)\}")


def plain(name: str) -> str:
    """A column's name in lower case with single blanks."""
    return re.sub(r"\s+", " ", name.strip().casefold())


@dataclass(frozen=True)
class Columns:
    """Columns as the file calls them. ``aliases`` are more names for some; ``lists`` are lists of words for SQL."""

    names: Sequence[str]
    aliases: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)
    filled: Mapping[str, int] = field(default_factory=dict)

    def find(self, alternatives: str) -> str | None:
        """The first column of ``a|b`` that has a value in some row; without any, the first that is there."""
        known = {plain(name): name for name in self.names}
        keys = [plain(name) for name in alternatives.split("|")]
        found = [known.get(key) or self.aliases.get(key) for key in keys]
        present = [name for name in found if name]
        return next((name for name in present if self.filled.get(name, 1)), present[0] if present else None)

    def has(self, alternatives: str) -> bool:
        """Whether there is one of ``a|b``."""
        return self.find(alternatives) is not None

    def sql(self, template: str, relation: str) -> str:
        """SQL with ``{raw}`` as the relation, ``{#words}`` as a list of words, ``{a|b}`` as a column (NULL where absent),
        and ``{[a|b}`` as the list of JSON values in that column, empty where it holds none."""

        def filled_in(hole: re.Match[str]) -> str:
            name = hole[1]
            if name == "raw":
                return relation
            if name.startswith("#"):
                return self.lists[name[1:]]
            column = self.find(name.removeprefix("["))
            text = quoted(column) if column else ABSENT
            return _listed(text) if name.startswith("[") else text

        return _HOLE.sub(filled_in, template)


def _listed(text: str) -> str:
    whole = f"case when json_valid({text}) and {text} like '[%' then {text} else '[]' end"
    return f"from_json({whole}, '[\"JSON\"]')"
