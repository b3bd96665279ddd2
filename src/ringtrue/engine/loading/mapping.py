"""A mapping, read: for each canonical table, which raw columns feed it and how its values are called there."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, replace
from typing import Any

from ringtrue.engine.loading.conversion import Reading, cell
from ringtrue.model.errors import WrongUse
from ringtrue.model.source import Mapping
from ringtrue.model.sql import literal, quoted
from ringtrue.tables import ColumnType, table

ColumnSpec = str | list[str] | dict[str, Any]


@dataclass(frozen=True)
class TableMapping:
    """How one raw table feeds one canonical table."""

    name: str
    raw: str
    primary: bool
    per: str | None
    order: str | None
    flags: tuple[str, ...]
    columns: Dict[str, ColumnSpec]
    values: Dict[str, Dict[str, str]]
    patterns: Dict[str, str]

    def only_with(self, present: set[str]) -> "TableMapping":
        """The same without the columns whose raw columns the file does not have."""
        kept = {name: spec for name, spec in self.columns.items() if raw_columns(spec) <= present}
        flags = tuple(flag for flag in self.flags if flag in present)
        return replace(self, flags=flags, columns=kept)

    def text(self, column: str, reading: Reading) -> str:
        """SQL for the text of a canonical column, taken from the raw row, in the contract's words where known."""
        spec = self.columns[column]
        if isinstance(spec, str) and table(self.name).column(column).type is ColumnType.TIME:
            text = cell(_raw(spec), reading, all_differ=True)
        else:
            text = _taken(spec, reading)
        if column in self.patterns:
            text = f"nullif(regexp_extract({text}, {literal(self.patterns[column])}, 1), '')"
        return f"coalesce({self._known(column, text)}, {text})" if self.values.get(column) else text

    def said(self, column: str, reading: Reading) -> str:
        """SQL for the raw text of a column, whatever the mapping's list of values makes of it."""
        return _taken(self.columns[column], reading)

    def unknown(self, column: str, said: str) -> str:
        """SQL for such a text where it is not on the mapping's list of values for the column."""
        return f"case when {self._known(column, said)} is null then {said} end"

    def _known(self, column: str, text: str) -> str:
        pairs = ", ".join(
            f"{literal(raw.strip().lower())}: {literal(value)}" for raw, value in self.values[column].items()
        )
        return f"map {{{pairs}}}[lower({text})]"


def reading_of(mapping: Mapping, audit_zone: str) -> Reading:
    """The ``[read]`` part; times without a zone are in the audit's unless it says otherwise."""
    read = mapping.content.get("read", {})
    return Reading(
        zone=read.get("zone") or audit_zone,
        date_order=read.get("date_order"),
        time_format=read.get("time_format"),
        decimal=read.get("decimal", "."),
        missing=tuple(str(mark) for mark in read.get("missing", ())),
    )


def table_mappings(mapping: Mapping) -> list[TableMapping]:
    """Every ``[[table]]`` of the mapping, in its order."""
    return [_table_mapping(entry) for entry in mapping.content.get("table", ())]


def raw_columns(spec: ColumnSpec) -> set[str]:
    """The raw columns that a column's entry names."""
    if isinstance(spec, str):
        return {spec}
    if isinstance(spec, list):
        return set(spec)
    named = {spec["column"]} if "column" in spec else set()
    return named | set(spec.get("when", ()))


def _table_mapping(entry: dict[str, Any]) -> TableMapping:
    for key in ("name", "columns"):
        if key not in entry:
            raise WrongUse(
                f"mapping: a [[table]] has no {key}. Give it one, as docs/reference/mapping.md shows."
            )
    return TableMapping(
        name=entry["name"],
        raw=entry.get("from", ""),
        primary=bool(entry.get("primary", False)),
        per=entry.get("per"),
        order=entry.get("order"),
        flags=tuple(entry.get("flags", ())),
        columns=entry["columns"],
        values=entry.get("values", {}),
        patterns=entry.get("patterns", {}),
    )


def _taken(spec: ColumnSpec, reading: Reading) -> str:
    if isinstance(spec, str):
        return cell(_raw(spec), reading)
    if isinstance(spec, list):
        parts = ", ".join(cell(_raw(part), reading) for part in spec)
        return f"nullif(concat_ws('/', {parts}), '')"
    if "column" not in spec:
        return literal(str(spec["value"]))
    text = cell(_raw(spec["column"]), reading)
    for column, wanted in spec.get("when", {}).items():
        words = ", ".join(literal(str(word).strip().lower()) for word in wanted)
        text = f"case when lower(trim({quoted(column)})) in ({words}) then {text} end"
    return text


def _raw(column: str) -> str:
    """A raw column, all of them texts, or the number of the row, which is told as one."""
    return f"cast({column} as varchar)" if column in ("source_row", "source_line") else quoted(column)
