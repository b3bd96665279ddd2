"""The mapping of one part of a file: which of its columns feed which canonical table."""

from collections.abc import Mapping, Sequence
from typing import Any

from ringtrue.importers.declared.fields import Fields
from ringtrue.importers.declared.kinds import Kind
from ringtrue.importers.declared.sql import Names
from ringtrue.tables import ColumnType, table

Content = dict[str, Any]


def entries(kind: Kind, part: str | None, names: Names, filled: Mapping[str, int], raw: str) -> list[Content]:
    """Every ``[[table]]`` for the raw table of that name; one without its required columns is left out."""
    found = []
    for declared in kind.of("table"):
        if "part" in declared and declared["part"] != part:
            continue
        entry = _entry(declared, kind, names, filled, raw)
        if entry.get("primary") or set(table(entry["name"]).required) <= set(entry["columns"]):
            found.append(entry)
    return found


def _entry(declared: Content, kind: Kind, names: Names, filled: Mapping[str, int], raw: str) -> Content:
    columns = {
        name: mapped for name, spec in declared["columns"].items() if (mapped := _mapped(spec, names, filled))
    }
    entry: Content = {"name": declared["name"], "from": raw}
    entry |= {"primary": True} if declared.get("primary") else {}
    entry |= {"per": declared["per"]} if "per" in declared else {}
    entry["columns"] = columns
    values = {name: dict(known) for name, known in declared.get("values", {}).items() if name in columns}
    if declared["name"] in ("cases", "case_events") and "state" in columns and kind.states:
        values["state"] = kind.states
    return entry | ({"values": values} if values else {})


def _mapped(spec: Any, names: Names, filled: Mapping[str, int]) -> Any:
    """The first of ``a|b`` with a value anywhere; without any, the first that is there."""
    if not isinstance(spec, str):
        return spec
    present = [column for one in spec.split("|") if (column := _column(one, names))]
    return next((column for column in present if filled.get(column)), present[0] if present else None)


def _column(name: str, names: Names) -> str | None:
    return name if name in names.derived else names.fields.columns.get(name)


def raw_columns(told: Sequence[Content]) -> set[str]:
    """The raw columns that these tables of a mapping name."""
    return {spec for entry in told for spec in entry["columns"].values() if isinstance(spec, str)}


def given_times(kind: Kind, fields: Fields) -> list[str]:
    """The columns of the file that hold times: those that a table takes for times or that the kind names as such."""
    named = set(kind.content.get("kind", {}).get("times", ()))
    for entry in kind.of("table"):
        for name, spec in entry["columns"].items():
            if isinstance(spec, str) and table(entry["name"]).column(name).type is ColumnType.TIME:
                named |= set(spec.split("|"))
    return sorted({fields.columns[name] for name in named if name in fields.columns})
