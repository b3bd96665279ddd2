"""What people recorded, thing by thing: the texts of the outline about each, and what a file tells of it."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ringtrue.reports.numbers import count
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Cell, Table
from tests.reports.formats.from_excel import Book
from tests.reports.formats.told import told

WORKED_OUT = re.compile(r" \(\d+\.\d\u00a0%\)|SHA-256 ")
"""The share of an extent, whose two counts stand beside it, and the name of a hash."""


def things(drawn: Outline) -> Iterator[tuple[str, str]]:
    """The id of each thing with each text about it: samples, their records, findings, leads that were decided on, clauses, the plan."""
    yield from (("plan", term.text) for term in drawn.planned)
    yield from _rows(drawn.conformity.clauses)
    if drawn.samples:
        for table in (drawn.samples.by_chance, drawn.samples.by_judgement, drawn.samples.deviations):
            yield from _rows(table)
        for heading, steps in drawn.samples.steps:
            yield from ((heading.split(":")[0], step) for step in steps)
    if drawn.findings:
        for one in drawn.findings.blocks:
            yield from ((one.id, WORKED_OUT.sub("", text)) for _, text in told(one))
        if drawn.findings.drafts:
            yield from (("drafts", text) for _, text in _rows(drawn.findings.drafts))
        yield from _rows(drawn.findings.leads, lambda cell: cell.note)


def _rows(table: Table | None, name: Any = lambda cell: cell.text) -> Iterator[tuple[str, str]]:
    for row in table.rows if table else ():
        yield from ((name(row[0]), text) for cell in row for text in _shown(cell))


def _shown(cell: Cell) -> tuple[str, str]:
    return cell.text, cell.note


def written(value: Any) -> list[str]:
    """The ways in which a report may write a value of a file: a share as per cent, a count with its thousands."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return [str(value)]
    if value != int(value):
        return [f"{value * 100:.1f}", f"{value * 100:g}", f"{value:g}"]
    return [count(int(value)), f"{value:g}"]


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        return text


_SHEETS = ("Plan", "Samples", "Sample items", "Leads looked into", "Evidence", "Findings", "Responses", "Clauses")  # fmt: skip
_COUNTED = re.compile(r"(?:count|looked at|found|n): (\d+)")


def in_excel(file: Path) -> dict[str, list[str]]:
    """By id: the cells of its row, and of the rows about it and of its evidence."""
    book = Book(file)
    rows = [(str(row.get("Id") or row["Clause"]), row) for sheet in _SHEETS for row in book.rows(sheet)]
    own: dict[str, list[str]] = {id: [] for id, _ in rows}
    for id, row in rows:
        for cell in row.values():
            own[id] += written(cell)
            own[id] += [count(int(n)) for n in _COUNTED.findall(str(cell))]
    found = {id: list(texts) for id, texts in own.items()}
    for id, row in rows:
        for other in (row.get("Finding"), row.get("Lead")):
            if other:
                found.setdefault(str(other), []).extend(own[id])
        for other in str(row.get("Evidence", "")).split("; "):
            found[id] += own.get(other, ()) if other != id else ()
    drafts = [id for id, row in rows if row.get("Grade") == "" and "Grade" in row]
    return {**found, "drafts": [text for id in drafts for text in found[id]]}


_NAMED = ("sample", "sample-item", "finding", "lead", "clause")


def in_oscal(results: Mapping[str, Any], plan: Mapping[str, Any]) -> dict[str, list[str]]:
    """By id: every string of its piece, and of the observations to which it points."""
    (result,) = results["results"]
    by_uuid = {one["uuid"]: one for one in result["observations"]}
    found: dict[str, list[str]] = {"plan": _strings([plan["terms-and-conditions"], plan["tasks"], plan["metadata"]])}  # fmt: skip
    for piece in [*result["observations"], *result["findings"]]:
        related = [by_uuid[one["observation-uuid"]] for one in piece.get("related-observations", ())]
        for part in (piece, *piece.get("relevant-evidence", ())):
            named = {one["name"]: one["value"] for one in part.get("props", ())}
            kind = next((name for name in _NAMED if name in named), None)
            if kind and (kind != "lead" or piece.get("types") == ["lead"]):
                found.setdefault(named[kind], []).extend(_strings([part, *related]))
    return found


def _strings(given: Any) -> list[str]:
    if isinstance(given, dict):
        return [text for one in given.values() for text in _strings(one)]
    if isinstance(given, list):
        return [text for one in given for text in _strings(one)]
    return [re.sub(r"\\(.)", r"\1", str(given)), *written(_number(str(given)))]


def read_json(file: Path) -> dict[str, Any]:
    """The one object of an OSCAL file."""
    (inner,) = json.loads(file.read_text("utf-8")).values()
    return dict(inner)
