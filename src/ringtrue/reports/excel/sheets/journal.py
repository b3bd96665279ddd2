"""What people recorded: plans, samples, interviews, findings and what followed, as they stand now, and the journal whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ringtrue.model.entry import Entry
from ringtrue.reports.excel.column import Value
from ringtrue.reports.excel.plan import WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets import evaluated
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.names import spaced
from ringtrue.reports.text import capital

_TAB = "#6B4E8A"

KINDS = {
    "programme": "Programme",
    "plan": "Plan",
    "sample": "Samples",
    "sample_item": "Sample items",
    "question": "Interview questions",
    "interview": "Interviews",
    "answer": "Answers",
    "disposition": "Leads looked into",
    "evidence": "Evidence",
    "finding": "Findings",
    "response": "Responses",
    "state": "State of the audit",
}
"""Kinds of records in the order of an audit, and the sheets that they stand on."""


def recorded(material: Material) -> tuple[SheetPlan, ...]:
    """A sheet for each kind of record that the journal holds, then the journal itself."""
    if not material.entries:
        return ()
    found = {entry.kind for entry in material.entries}
    kinds = [kind for kind in KINDS if kind in found] + sorted(found - set(KINDS))
    return (*(_records(material, kind) for kind in kinds), _journal(material))


def _records(material: Material, kind: str) -> SheetPlan:
    words = material.words
    current = {entry.id: entry for entry in material.entries if entry.kind == kind}
    fields = list(dict.fromkeys(name for entry in current.values() for name in entry.content if name != "id"))
    name = KINDS.get(kind, capital(spaced(kind)))
    return SheetPlan(
        name=words(name),
        title=words(name),
        about=words("As recorded by people, in its latest state"),
        columns=columns(
            words,
            ("Id", 18, {}),
            *((capital(spaced(field)), _width(current.values(), field), {"wrap": True}) for field in fields),
            *(evaluated.COLUMNS if kind == "sample" else ()),
            ("Recorded by", 16, {}),
            ("Recorded at", 20, {}),
            ("Entry", 8, {"number": WHOLE, "help": "The number of its latest entry in the journal."}),
        ),
        rows=lambda: (_record(material, entry, fields) for entry in current.values()),
        count=len(current),
        tab=_TAB,
    )


def _width(entries: Any, field: str) -> float:
    longest = max((len(_text(entry.content.get(field)) or "") for entry in entries), default=0)
    return float(min(max(longest + 2, len(field) + 3, 10), 60))


def _record(material: Material, entry: Entry, fields: Sequence[str]) -> list[Value]:
    values = [_value(entry.content.get(field)) for field in fields]
    further = evaluated.evaluation(material, entry.id) if entry.kind == "sample" else []
    return [entry.id, *values, *further, entry.by, entry.at, entry.seq]


def _value(value: Any) -> Value:
    return value if isinstance(value, bool | int | float) else _text(value)


def _text(value: Any) -> str | None:
    """A value of a record in one cell: lists with semicolons, records inside as ``name: value``."""
    if value is None or value == "":
        return None
    if isinstance(value, Mapping):
        return ", ".join(
            f"{spaced(str(name))}: {told}" for name, one in value.items() if (told := _text(one))
        )
    if isinstance(value, list | tuple):
        return "; ".join(told for one in value if (told := _text(one)))
    return str(value)


def _journal(material: Material) -> SheetPlan:
    words = material.words
    return SheetPlan(
        name=words("Journal"),
        title=words("The journal of the audit"),
        about=words("Every entry that was ever made; none is changed or taken out"),
        columns=columns(
            words,
            ("Entry", 8, {"number": WHOLE}),
            ("Kind", 16, {}),
            ("Id", 20, {}),
            ("Recorded at", 22, {}),
            ("Recorded by", 18, {}),
            ("Reason", 40, {"wrap": True}),
            ("Content", 90, {"wrap": True}),
        ),
        rows=lambda: _entries(material.entries),
        count=len(material.entries),
        tab=_TAB,
    )


def _entries(entries: Sequence[Entry]) -> Iterator[list[Value]]:
    for entry in entries:
        yield [entry.seq, entry.kind, entry.id, entry.at, entry.by, entry.reason, _text(entry.content)]
