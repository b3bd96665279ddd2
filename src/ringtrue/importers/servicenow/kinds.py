"""Which table of ServiceNow a file holds, told by its fields, its record numbers and its name."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.servicenow.fields import Fields, names

Content = dict[str, Any]

ENOUGH_TYPICAL = 2
ENOUGH_LABELS = 4
NUMBER = re.compile(r"^(INC|REQ|RITM|PRB|CHG|CTASK|SCTASK|TASK|PTASK|CS|HRC|AINST|SLA)\d{4,}$")
"""How ServiceNow numbers records out of the box."""


@dataclass(frozen=True)
class Kind:
    """One table of ServiceNow: how it is told, and what its fields mean."""

    name: str
    title: str
    files: tuple[str, ...]
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    least: int
    numbers: str
    tables: tuple[Content, ...]
    derived: tuple[Content, ...]
    notes: tuple[Content, ...]
    split: Content
    states: Mapping[str, Sequence[str]]
    held: tuple[str, ...]

    def state_values(self) -> dict[str, str]:
        """The tool's words and codes for states, each with the contract's word."""
        return {word: state for state, words in self.states.items() for word in words}


@dataclass(frozen=True)
class Told:
    """A kind, and how sure it is: by what."""

    kind: Kind | None
    sure: float
    because: str = ""
    points: int = field(default=0)


@cache
def kinds() -> dict[str, Kind]:
    """Every table that is known, by name."""
    folder = files("ringtrue.importers.servicenow") / "mappings"
    stems = sorted(
        entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")
    )
    contents = {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in stems}
    return {name: _kind(name, content) for name, content in contents.items() if "kind" in content}


@cache
def events_table() -> Content:
    """The mapping of events for lists in which each row is a snapshot at one update."""
    text = (files("ringtrue.importers.servicenow") / "mappings" / "events.toml").read_text("utf-8")
    table: Content = tomllib.loads(text)["table"][0]
    return table


def told_by(fields: Fields, called: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Told:
    """The kind of a table with these fields, names (its own, its file's) and first rows."""
    numbers = [row.get(fields.columns.get("number", ""), "") for row in rows]
    candidates = [_judged(kind, fields, called, numbers) for kind in kinds().values()]
    best = max(candidates, key=lambda told: told.points)
    if best.points:
        return best
    if fields.typical > ENOUGH_TYPICAL and fields.has("sys_id|sys_created_on|sys_updated_on"):
        return Told(None, 0.7, "its columns are those of ServiceNow, of a table without use here")
    return Told(None, 0)


def _judged(kind: Kind, fields: Fields, called: Sequence[str], numbers: Sequence[str]) -> Told:
    named = any(_is_named(kind, name) for name in called)
    counted = bool(kind.numbers) and _share(kind.numbers, numbers) > 0.5
    marks = [mark for mark in kind.marks if fields.has(mark)]
    if not all(fields.has(need) for need in kind.needs):
        return Told(kind, 0)
    if not (len(marks) >= kind.least or counted or (named and marks)):
        return Told(kind, 0)
    sure, because = _sure(kind, fields, named, numbers)
    return Told(kind, sure, because, (len(marks) + 20 * counted + 10 * named) if sure else 0)


def _sure(kind: Kind, fields: Fields, named: bool, numbers: Sequence[str]) -> tuple[float, str]:
    strong = named and kind.files[0] not in ("incident", "problem", "task")
    if fields.typical >= ENOUGH_TYPICAL or (strong and fields.typical):
        return 0.95, f"its columns have names of ServiceNow ({kind.title})"
    known = len(names("distinct") & set(fields.columns))
    numbered = _share(NUMBER.pattern, numbers) > 0.5
    if fields.labelled >= ENOUGH_LABELS and (numbered or strong or known >= ENOUGH_LABELS):
        return 0.9, f"its columns have labels of ServiceNow ({kind.title})"
    if strong and fields.labelled >= ENOUGH_TYPICAL:
        return 0.8, f"it is named as a table of ServiceNow ({kind.title})"
    return 0, ""


def _share(pattern: str, values: Sequence[str]) -> float:
    filled = [value.strip() for value in values if value.strip()]
    return sum(bool(re.match(pattern, value)) for value in filled) / len(filled) if filled else 0.0


def _is_named(kind: Kind, table: str) -> bool:
    stem = re.sub(r"[^a-z_]+", "_", table.lower()).strip("_").removesuffix("_data").removesuffix("_list")
    return stem in kind.files


def _kind(name: str, content: Content) -> Kind:
    told = content["kind"]
    return Kind(
        name=name,
        title=told["title"],
        files=tuple(told["files"]),
        needs=tuple(told["needs"]),
        marks=tuple(told["marks"]),
        least=told["least"],
        numbers=told.get("numbers", ""),
        tables=tuple(content.get("table", ())),
        derived=tuple(content.get("derived", ())),
        notes=tuple(content.get("note", ())),
        split=content.get("split", {}),
        states=content.get("states", {}),
        held=tuple(content.get("held", {}).get("words", ())),
    )
