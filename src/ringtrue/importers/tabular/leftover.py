"""Columns that no part of a mapping uses: named, with the canonical column that they may have been meant
for."""

from collections.abc import Mapping, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from ringtrue.importers.given import raw_columns
from ringtrue.importers.tabular.fit import Fit
from ringtrue.importers.tabular.shapes import Shapes
from ringtrue.model.source import RawTable
from ringtrue.tables import ColumnType, table
from ringtrue.tables.synonyms import normalise_header, synonyms, without_place

LEAST_LETTERS = 6
"""Letters of a header in which a slip of the pen can be told from another word."""

ALIKE = 88
"""Likeness of 100 from which a header may be a slip of the pen."""

_LOOKS = {
    ColumnType.TIME: "times",
    ColumnType.DATE: "dates",
    ColumnType.NUMBER: "numbers",
    ColumnType.INTEGER: "numbers",
    ColumnType.BOOLEAN: "yes and no",
}


def left_out(
    raw: RawTable, shapes: Shapes, entries: Sequence[Mapping[str, Any]], fits: Mapping[str, Fit]
) -> list[str]:
    """What is said about the columns that were left out."""
    used = {column for entry in entries for spec in entry["columns"].values() for column in raw_columns(spec)}
    others = [column for column in raw.columns if column not in used]
    tables = [str(entry["name"]) for entry in entries]
    notes = []
    misfits = {
        column: (name, meant)
        for name in tables
        for column, meant in fits[name].misfits.items()
        if column in others
    }
    for column, (name, meant) in misfits.items():
        kind = _LOOKS.get(table(name).column(meant).type, "what it holds")
        notes.append(f'"{column}" was left out, as its values are no {kind}, which {meant} of {name} holds')
    plain = [f'"{column}"{_near(column, tables, entries)}' for column in others if column not in misfits]
    if plain:
        notes.append(f"left out of {raw.name}, as no column is known to hold it: {', '.join(plain)}")
    return notes


def _near(column: str, tables: Sequence[str], entries: Sequence[Mapping[str, Any]]) -> str:
    header = normalise_header(column)
    if len(header) < LEAST_LETTERS:
        return ""
    for name, entry in zip(tables, entries, strict=True):
        if header in without_place(name) or header in synonyms(name):
            return ""
        free = {known: meant for known, meant in synonyms(name).items() if meant not in entry["columns"]}
        best = process.extractOne(header, list(free), scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            return f" (did you mean {free[best[0]]}?)"
    return ""
