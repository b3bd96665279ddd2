"""SQL with names of fields in braces, filled with the columns of a file.

``{status}`` is the column of the field, ``{a|b}`` that of the first one there, ``{ticket}`` may be another derived column. Of another
table in the same file, ``{glpi_users:}`` is the relation, under the name ``other``, and ``{glpi_users:id}`` a column of it. ``{@date}`` is
the field as a time, in the order of day and month that the file shows.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ringtrue.importers.declared.fields import Fields
from ringtrue.model.sql import literal, quoted

_NAME = re.compile(r"\{(@)?([a-z][a-z0-9_]*:)?([a-zA-Z0-9_ .>|-]*)\}")
MARKS = ("NULL", "null", "\\N", "N/A", "undefined", "0000-00-00 00:00:00")
"""What stands for no value in exports of databases."""
_UNITS = (("[djt]", 1440), ("h", 60), ("m(?:in)?", 1), ("s", 1 / 60))
_DAY_FIRST, _MONTH_FIRST = ("%d", "%m"), ("%m", "%d")


def sql_of(declared: Mapping[str, str]) -> str:
    """The SQL of a derived column: ``sql`` as it is; ``party``: a number is the id of a party of that
    sort, another text a name; ``duration``: seconds, or words such as 1h 30min 0s, in minutes."""
    if "sql" in declared:
        return declared["sql"]
    text = "trim({" + declared["of"] + "})"
    if "duration" in declared:
        return _in_minutes(text)
    sort = declared["party"]
    number = f"{literal(sort + ' ')} || {text}"
    number = number if sort == "entity" else f"nullif({number}, {literal(sort + ' 0')})"
    name = f"nullif(trim(split_part({text}, chr(10), 1)), '')"
    return f"case when regexp_full_match({text}, '[0-9]+') then {number} else {name} end"


def _in_minutes(text: str) -> str:
    parts = " + ".join(
        f"coalesce(try_cast(nullif(regexp_extract(lower({text}), '(\\d+) *{unit}', 1), '') as double), 0) * {size}"
        for unit, size in _UNITS
    )
    words = f"regexp_full_match(lower({text}), '(\\d+ *(d|j|t|h|min|m|s)[a-z]* *)+')"
    minutes = f"case when {text} is not null then coalesce(try_cast({text} as double) / 60, case when {words} then {parts} end) end"
    return f"cast(round({minutes}, 4) as varchar)"


@dataclass(frozen=True)
class Beside:
    """Another table in the same file."""

    relation: str
    fields: Fields


class Absent(Exception):  # says that a file lacks a field; never leaves this module
    """A field that the file does not have."""


def _valued(column: str) -> str:
    return f"(case when trim({column}) not in ({', '.join(map(literal, MARKS))}) then {column} end)"


@dataclass(frozen=True)
class Names:
    """What names in braces stand for in one table of a file; ``notes`` tell what was assumed for a derived column."""

    fields: Fields
    derived: Mapping[str, str]
    beside: Mapping[str, Beside]
    date_order: str | None = None
    notes: Mapping[str, str] = field(default_factory=dict)

    def fill(self, template: str) -> str | None:
        """The SQL, or None where the file does not have all that it needs."""
        try:
            return _NAME.sub(self._named, template)
        except Absent:
            return None

    def _named(self, found: re.Match[str]) -> str:
        table, name = found[2], found[3]
        if table:
            return self._of_other(table.removesuffix(":"), name)
        return self._time(self._own(name)) if found[1] else self._own(name)

    def _own(self, name: str) -> str:
        for one in name.split("|"):
            if one in self.derived:
                return f"raw.{quoted(one)}"
            if one in self.fields.columns:
                return _valued(f"raw.{quoted(self.fields.columns[one])}")
        raise Absent(name)

    def _of_other(self, table: str, name: str) -> str:
        if table not in self.beside:
            raise Absent(table)
        other = self.beside[table]
        if not name:
            return f"{other.relation} as other"
        column = other.fields.column(name)
        if column is None:
            raise Absent(name)
        return f"other.{quoted(column)}"

    def _time(self, text: str) -> str:
        days = _MONTH_FIRST if self.date_order == "mdy" else _DAY_FIRST
        formats = [
            f"{days[0]}{mark}{days[1]}{mark}%Y{clock}"
            for mark in "-./"
            for clock in (" %H:%M:%S", " %H:%M", "")
        ]
        listed = ", ".join(map(literal, formats))
        return f"coalesce(try_cast(trim({text}) as timestamp), try_strptime(trim({text}), [{listed}]))"


def made_of(derived: Mapping[str, str], names: Iterable[str]) -> set[str]:
    """The derived columns that these are made of, and they themselves."""
    found = {name for name in names if name in derived}
    waiting = list(found)
    while waiting:
        sql = derived[waiting.pop()]
        needed = {name for name in derived if name not in found and f"raw.{quoted(name)}" in sql}
        found |= needed
        waiting += needed
    return found


def with_derived(relation: str, derived: Mapping[str, str]) -> str:
    """The relation with its derived columns: a column may be made of others, so they are computed layer by layer."""
    depths: dict[str, int] = {}
    for name, sql in derived.items():
        depths[name] = max(
            (depth + 1 for one, depth in depths.items() if f"raw.{quoted(one)}" in sql), default=0
        )
    for depth in sorted(set(depths.values())):
        layer = [
            f"cast({derived[name]} as varchar) as {quoted(name)}" for name in derived if depths[name] == depth
        ]
        relation = f"(select raw.*, {', '.join(layer)} from {relation} as raw)"
    return relation
