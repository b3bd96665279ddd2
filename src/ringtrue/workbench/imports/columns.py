"""A mapping as a person corrects it: for each table of a file, what it holds, and what each of its columns means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from ringtrue.api import PeekTable, SourceMapping, all_tables

READ = ("date_order", "time_format", "zone", "decimal", "encoding")
"""What a person may say of how values are written; ``missing`` beside it."""


@dataclass
class ColumnRow:
    """A column of the file, with samples, and the canonical column that it is taken for."""

    name: str
    field: str
    samples: list[str]
    meant: str


@dataclass
class TablePart:
    """A table of the file. ``rules`` are what a list of columns cannot tell; they are kept as they stand."""

    number: int
    name: str
    table: str
    rows: list[ColumnRow]
    rules: dict[str, Any]
    entry: Mapping[str, Any] | None
    wrong: list[str] = field(default_factory=list)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """The columns that the canonical table has, each with its meaning."""
        found = all_tables().get(self.table)
        return [(one.name, one.meaning) for one in found.columns] if found else []

    @property
    def required(self) -> list[str]:
        """Columns without which nothing can be loaded."""
        found = all_tables().get(self.table)
        return [one for one in found.required if one != "id"] if found else []


def parts_of(seen: SourceMapping, said: Mapping[str, str] | None = None) -> list[TablePart]:
    """The tables of the file as its mapping has them, or as somebody said in the form."""
    return [_part(seen, number, one, said) for number, one in enumerate(seen.tables)]


def check(parts: list[TablePart]) -> bool:
    """Whether it makes sense; what does not is told at its table."""
    for part in parts:
        if not part.table:
            continue
        meant = [row.meant for row in part.rows if row.meant]
        part.wrong += [
            _("Two columns are taken for {column}.").format(column=one)
            for one in sorted({one for one in meant if meant.count(one) > 1})
        ]
        told = {*meant, *part.rules}
        part.wrong += [
            _("A column for {column} is needed.").format(column=one)
            for one in part.required
            if one not in told
        ]
    if not any(part.table for part in parts) and parts:
        parts[0].wrong.append(_("Say of at least one table what it holds."))
    return not any(part.wrong for part in parts)


def content_of(seen: SourceMapping, parts: list[TablePart], read: Mapping[str, Any]) -> dict[str, Any]:
    """The mapping that was said."""
    edited = [part.entry for part in parts if part.entry is not None]
    others = [one for one in seen.content.get("table", ()) if not any(one is entry for entry in edited)]
    held = {part.name for part in parts if not part.table}
    tables = [_entry(part) for part in parts if part.table]
    rest = {k: v for k, v in seen.content.items() if k not in ("identity", "read", "table")}
    return {
        "importer": "tabular",
        **rest,
        **({"read": dict(read)} if read else {}),
        "table": [*tables, *(one for one in others if one.get("from") not in held)],
    }


def read_of(seen: SourceMapping, said: Mapping[str, str] | None = None) -> dict[str, Any]:
    """How values are written, as the mapping has it or as somebody said."""
    read = dict(seen.content.get("read", {}))
    if said is None:
        return read
    for name in READ:
        read.pop(name, None)
        if value := said.get(f"read-{name}", "").strip():
            read[name] = value
    marks = [mark.strip() for mark in said.get("read-missing", "").split(",") if mark.strip()]
    return {**{k: v for k, v in read.items() if k != "missing"}, **({"missing": marks} if marks else {})}


def _part(seen: SourceMapping, number: int, one: PeekTable, said: Mapping[str, str] | None) -> TablePart:
    entry = _entry_for(seen, one)
    known = entry["name"] if entry else one.name if one.name in all_tables() and not seen.text else ""
    table = known if said is None else said.get(f"t{number}", "")
    columns = dict(entry["columns"]) if entry and table == entry["name"] else {}
    if not entry and table == one.name:
        names = {column.name for column in all_tables()[table].columns}
        columns = {name: name for name in one.columns if name in names}
    meant: dict[str, str] = {}
    for canonical, spec in columns.items():
        if isinstance(spec, str) and spec in one.columns:
            meant.setdefault(spec, canonical)
    rules = {
        name: spec
        for name, spec in columns.items()
        if meant.get(spec if isinstance(spec, str) else "") != name
    }
    rows = [_row(number, place, one, meant, said) for place in range(len(one.columns))]
    return TablePart(number, one.name, table if table in all_tables() else "", rows, rules, entry)


def _row(
    number: int, place: int, one: PeekTable, meant: Mapping[str, str], said: Mapping[str, str] | None
) -> ColumnRow:
    name, key = one.columns[place], f"t{number}-c{place}"
    samples = list(dict.fromkeys(row[place][:60] for row in one.rows if row[place]))[:3]
    return ColumnRow(name, key, samples, meant.get(name, "") if said is None else said.get(key, ""))


def _entry_for(seen: SourceMapping, one: PeekTable) -> Any:
    entries = seen.content.get("table", ())
    primary = [entry for entry in entries if entry.get("primary")] or list(entries)
    named = [entry for entry in primary if entry.get("from") == one.name]
    if named:
        return named[0]
    return primary[0] if primary and len(seen.tables) == 1 else None


def _entry(part: TablePart) -> dict[str, Any]:
    known = [name for name, _meaning in part.choices]
    said = {row.meant: row.name for row in part.rows if row.meant in known}
    columns = {**{name: spec for name, spec in part.rules.items() if name in known}, **said}
    ordered = {name: columns[name] for name in known if name in columns}
    same = part.entry if part.entry is not None and part.entry["name"] == part.table else {}
    kept = {k: v for k, v in same.items() if k in ("primary", "per", "order", "flags")}
    inner = {
        key: {name: told for name, told in same[key].items() if name in ordered}
        for key in ("values", "patterns")
        if same.get(key)
    }
    origin = part.entry.get("from", part.name) if part.entry is not None else part.name
    return {"name": part.table, "from": origin, "primary": True, **kept, "columns": ordered, **inner}
