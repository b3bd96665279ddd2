"""The mapping of one part of a file: which of its columns feed which canonical table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ringtrue.importers.servicenow.fields import Fields
from ringtrue.importers.servicenow.kinds import Kind, events_table
from ringtrue.tables import ColumnType, table

Content = dict[str, Any]


@dataclass(frozen=True)
class Available:
    """What a mapping can name: fields in their columns, derived columns, and how many rows each column fills."""

    fields: Fields
    derived: Mapping[str, str]
    filled: Mapping[str, int]
    stored: bool

    def column(self, alternatives: str) -> str | None:
        """The first of ``a|b`` with a value anywhere; without any, the first that is there."""
        names = alternatives.split("|")
        if self.stored and "sys_id" in names:
            names = ["sys_id", *names]
        present = [column for name in names if (column := self._named(name))]
        return next(
            (column for column in present if self.filled.get(column, 1)), present[0] if present else None
        )

    def _named(self, name: str) -> str | None:
        return name if name in self.derived else self.fields.columns.get(name)


@dataclass(frozen=True)
class Sort:
    """What is mapped: a kind, the sort of record where it is a history, and whether rows are snapshots."""

    kind: Kind
    of: Kind | None
    snapshots: bool

    @property
    def tables(self) -> list[Content]:
        """The tables of the mapping, as the kind's file gives them."""
        if not self.snapshots:
            return list(self.kind.tables)
        others = [{**entry, "per": entry.get("per", "id"), "primary": False} for entry in self.kind.tables]
        return [events_table(), *others]

    @property
    def states(self) -> dict[str, str]:
        """The tool's words for states of these records."""
        return (self.of or self.kind).state_values()


def entries(sort: Sort, available: Available, raw: str, left_out: frozenset[str]) -> list[Content]:
    """Every ``[[table]]`` for the raw table of that name. Columns of the set ``left_out`` are not mapped."""
    found = []
    for entry in sort.tables:
        mapped = _entry(entry, sort, available, raw, left_out)
        if mapped.get("primary") or set(table(entry["name"]).required) <= set(mapped["columns"]):
            found.append(mapped)
    return found


def _entry(entry: Content, sort: Sort, available: Available, raw: str, left_out: frozenset[str]) -> Content:
    specs = dict(entry["columns"])
    if entry.get("kind_of_history") and sort.of:
        specs["kind"] = {"value": sort.of.name}
    if entry.get("named") and available.stored:
        specs["id"] = "sys_id|" + specs["id"]
    columns = {name: mapped for name, spec in specs.items() if (mapped := _mapped(spec, available))}
    columns = {
        name: mapped
        for name, mapped in columns.items()
        if not isinstance(mapped, str) or mapped not in left_out
    }
    flags = [column for flag in entry.get("flags", ()) if (column := available.column(flag))]
    values = _values(entry, columns, sort)
    told: Content = {"name": entry["name"], "from": raw}
    told |= {"primary": True} if entry.get("primary") else {}
    told |= {"per": entry["per"]} if entry.get("per") else {}
    told |= {"flags": kept} if (kept := [flag for flag in flags if flag not in left_out]) else {}
    told["columns"] = columns
    return told | ({"values": values} if values else {})


def _values(entry: Content, columns: Content, sort: Sort) -> Content:
    values = {name: known for name, known in entry.get("values", {}).items() if name in columns}
    if entry["name"] in ("cases", "case_events") and "state" in columns:
        values["state"] = sort.states
    return values


def _mapped(spec: Any, available: Available) -> Any:
    if isinstance(spec, str):
        return available.column(spec)
    if "column" not in spec:
        return spec
    column = available.column(spec["column"])
    when = {available.column(name): words for name, words in spec.get("when", {}).items()}
    return {"column": column, "when": when} if column and None not in when else None


def state_specs(tables: Sequence[Content]) -> list[tuple[Content, str, Mapping[str, Sequence[str]]]]:
    """Each table whose states have a list of words, with the raw column and the condition on other columns."""
    found: list[tuple[Content, str, Mapping[str, Sequence[str]]]] = []
    for entry in tables:
        spec = entry["columns"].get("state")
        if "state" not in entry.get("values", {}) or entry["name"] not in ("cases", "case_events"):
            continue
        found.append((entry, spec, {}) if isinstance(spec, str) else (entry, spec["column"], spec["when"]))
    return found


def raw_columns(tables: Sequence[Content]) -> set[str]:
    """The raw columns that these tables of a mapping name."""
    named: set[str] = set()
    for entry in tables:
        for spec in entry["columns"].values():
            named |= (
                {spec}
                if isinstance(spec, str)
                else {spec["column"], *spec["when"]}
                if "column" in spec
                else set()
            )
    return named


def time_columns(tables: Sequence[Content]) -> list[str]:
    """The raw columns that are mapped to times, each once."""
    found = [
        spec
        for entry in tables
        for name, spec in entry["columns"].items()
        if isinstance(spec, str) and table(entry["name"]).column(name).type is ColumnType.TIME
    ]
    return list(dict.fromkeys(found))
