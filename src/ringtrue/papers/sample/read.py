"""Reads the sheet of a sample back: what each record showed, and what in the sheet cannot be taken."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from ringtrue.model.entry import Entry, NewEntry, to_content
from ringtrue.model.sample import SampleItem
from ringtrue.papers.filled import Problem
from ringtrue.papers.paper import ReadBack, Reading
from ringtrue.papers.sample.chosen import all_samples
from ringtrue.papers.sample.forms import RECORDS
from ringtrue.reports.language import Words, words


def read(reading: Reading) -> ReadBack:
    """Every judged row whose record was drawn. A row left empty stays open; a row of a record that was not drawn is refused."""
    told = words(reading.filled.about.get("language", "en"))
    rows, problems = RECORDS.read(reading.filled, told)
    known = {item.id: item for _, items in all_samples(reading.journal) for item in items}
    current = reading.journal.current("sample_item")
    entries: list[NewEntry] = []
    seen: set[str] = set()
    for row, values in rows:
        wrong = list(_refused(row, values, known, seen, told)) or list(
            _meanwhile(reading, row, values, known, current, told)
        )
        problems += wrong
        seen.add(str(values["id"]))
        if not wrong and (values["result"] or known[values["id"]].result != "open"):
            entries.append(_entry(reading, known[values["id"]], values))
    return ReadBack(entries=entries, problems=problems)


def _refused(
    row: int, values: dict[str, Any], known: dict[str, SampleItem], seen: set[str], told: Words
) -> Iterator[Problem]:
    item = known.get(values["id"] or "")
    if item is None:
        yield _problem(row, "No.", values["id"], "a record that was drawn; a sample takes no other", told)
    elif item.item != values["item"]:
        yield _problem(row, "Record", values["item"], f"{item.item}, the record drawn as {item.id}", told)
    elif item.id in seen:
        yield _problem(row, "No.", item.id, "one row a record", told)
    elif values["result"] is None and item.result != "open":
        word = told("What the record shows")
        yield Problem(
            told(RECORDS.sheet), row, word, "nothing", "the result that was recorded, or another one"
        )
    elif values["result"] is None and (values["note"] or values["evidence"]):
        yield _problem(row, "What the record shows", None, "a result beside a note or evidence", told)


def _meanwhile(
    reading: Reading,
    row: int,
    values: dict[str, Any],
    known: dict[str, SampleItem],
    current: dict[str, Entry],
    told: Words,
) -> Iterator[Problem]:
    """Whether somebody else recorded another result after this sheet was written."""
    written, entry = int(float(reading.filled.about.get("journal", "0") or 0)), current[values["id"]]
    if entry.seq <= written or entry.by == reading.by:
        return
    if to_content(_judged(known[values["id"]], values, reading.by)) != dict(entry.content):
        found = f"{values['id']} was recorded by {entry.by} meanwhile"
        yield _problem(row, "No.", found, "a sheet written after that; write the paper again", told)


def _judged(item: SampleItem, values: dict[str, Any], by: str) -> SampleItem:
    return replace(
        item,
        result=values["result"],
        note=values["note"],
        evidence=tuple(values["evidence"]),
        by=values["by"] or by,
        at=values["at"],
    )


def _entry(reading: Reading, item: SampleItem, values: dict[str, Any]) -> NewEntry:
    return NewEntry(
        kind="sample_item",
        id=item.id,
        by=reading.by,
        at=reading.at,
        reason="the record was judged",
        content=to_content(_judged(item, values, reading.by)),
    )


def _problem(row: int, title: str, found: object, expected: str, told: Words) -> Problem:
    shown = "nothing" if found is None else f'"{found}"'
    return Problem(told(RECORDS.sheet), row, told(title), shown, expected)
