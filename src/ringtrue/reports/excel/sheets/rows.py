"""The large tables: judged rows of a procedure, records behind leads, load issues."""

import json
from collections.abc import Iterator
from typing import Any

from ringtrue.model.result import ProcedureResult
from ringtrue.reports.excel.column import SheetColumn, Value
from ringtrue.reports.excel.judged import cell
from ringtrue.reports.excel.plan import PLAIN, SHARE, WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.material import ISSUES, RECORDS, Material
from ringtrue.reports.excel.split import Piece
from ringtrue.reports.language import Words
from ringtrue.reports.numbers import UNITS, count, named_unit
from ringtrue.reports.sections.leads import judged_sentence
from ringtrue.reports.text import capital, sentence

_FIRST = ("verdict", "reason", "item_kind", "item", "service")
_LAST = ("source_file", "source_row")
_TITLES = {
    "verdict": ("Verdict", 12.0),
    "reason": ("Reason", 38.0),
    "item_kind": ("Kind of item", 14.0),
    "item": ("Item", 26.0),
    "service": ("Service", 20.0),
    "source_file": ("Source file", 22.0),
    "source_row": ("Source row", 10.0),
}
_HELP = {
    "verdict": "pass: nothing speaks against the claim; deviation: it does; untestable: a fact is not known.",
    "source_file": "The file as received in which the record stands; of a workbook with several sheets also the sheet, after #.",
    "source_row": "The data record in that file or sheet, counted from 1.",
}
_UNITS = frozenset(UNITS) - {"share", "count"}


def judged(material: Material, one: ProcedureResult, piece: Piece) -> SheetPlan:
    """A sheet with judged rows of a procedure: deviations first, then what could not be judged, then the rest."""
    words, file = material.words, material.rows.judged(one.id)
    types = material.rows.columns(file)
    names = _names(types, len(material.rows.kinds(file)) > 1)
    return SheetPlan(
        name=one.id,
        title=words(one.title),
        about=words(one.title),
        notes=(words(judged_sentence(one)), *_why(material, one), *_elsewhere(material, piece)),
        columns=tuple(_column(material, one, name, types[name]) for name in names),
        rows=lambda: _translated(material, names, piece),
        count=piece.rows,
        frozen_columns=1,
    )


def _why(material: Material, one: ProcedureResult) -> tuple[str, ...]:
    clauses = "; ".join(one.clauses)
    told = material.words("Times are UTC. Deviations come first, then what could not be judged.")
    why = material.words(sentence(capital(one.why))) if one.why else ""
    return (
        *((why,) if why else ()),
        *((f"{material.words('Clauses')}: {clauses}.",) if clauses else ()),
        told,
    )


def _elsewhere(material: Material, piece: Piece) -> tuple[str, ...]:
    """Where the other rows of the same table are, if they are elsewhere."""
    words, total = material.words, material.counts[piece.table]
    if piece.rows == total:
        return ()
    own = words("Rows {first} to {last} of {total} stand here.").format(
        first=count(piece.first + 1), last=count(piece.first + piece.rows), total=count(total)
    )
    others = [one for one in material.pieces if one.table == piece.table and one.first != piece.first]
    told = words("Rows {first} to {last}: {file}.")
    return (
        own,
        *(
            told.format(
                first=count(one.first + 1),
                last=count(one.first + one.rows),
                file=material.book_name(one.book),
            )
            for one in others
        ),
    )


def _names(types: dict[str, str], with_kind: bool) -> tuple[str, ...]:
    first = tuple(name for name in _FIRST if name in types and (name != "item_kind" or with_kind))
    shown = tuple(name for name in types if name not in (*_FIRST, *_LAST, "file_row_number"))
    return (*first, *shown, *(name for name in _LAST if name in types))


def _column(material: Material, one: ProcedureResult, name: str, type: str) -> SheetColumn:
    words = material.words
    help = words(_HELP[name]) if name in _HELP else None
    if name in _TITLES:
        title, width = _TITLES[name]
        return SheetColumn(
            title=words(title), width=width, help=help, number=WHOLE if name == "source_row" else None
        )
    title, unit = _title(one, name)
    number = _format(type, unit)
    width = 17.0 if type.startswith("TIMESTAMP") else 30.0 if "VARCHAR[]" in type else 18.0
    return SheetColumn(
        title=words(title), width=max(width if number is None else 12.0, len(title) * 0.7), number=number
    )


def _title(one: ProcedureResult, name: str) -> tuple[str, str | None]:
    if name in ("estimate", "lower", "upper"):
        label, unit = named_unit(one.measure) if one.measure else ("share", "share")
        titles = {"estimate": capital(label), "lower": "Lower bound", "upper": "Upper bound"}
        return titles[name] + (f" ({unit})" if unit in _UNITS else ""), unit
    label, unit = named_unit(name)
    return capital(label) + (f" ({unit})" if unit in _UNITS and unit not in label else ""), unit


def _format(type: str, unit: str | None) -> str | None:
    if type in ("BIGINT", "INTEGER", "HUGEINT"):
        return WHOLE
    if type in ("DOUBLE", "FLOAT"):
        return SHARE if unit == "share" else PLAIN
    return None


def _translated(material: Material, names: tuple[str, ...], piece: Piece) -> Iterator[list[Value]]:
    """The rows, with verdict and reason in the language of the workbook."""
    known: dict[str, str] = {}
    words = material.words
    rows = material.rows.rows(material.rows.judged(piece.table), names, piece.first, piece.rows)
    if words is str:
        return rows
    return (_told(row, words, known) for row in rows)


def _told(row: list[Any], words: Any, known: dict[str, str]) -> list[Value]:
    for place in (0, 1):
        text = row[place]
        if isinstance(text, str):
            row[place] = known.get(text) or known.setdefault(text, words(text))
    return row


def records(material: Material, piece: Piece | None = None) -> SheetPlan:
    """The records behind every lead, lead by lead."""
    words, own = material.words, piece or material.first_piece(RECORDS)
    return SheetPlan(
        name=words("Records behind leads"),
        title=words("The records behind each lead"),
        about=words("Every record behind every lead, with its values and its place in the sources"),
        notes=_elsewhere(material, own),
        columns=columns(
            words,
            ("Lead", 36, {}),
            ("Kind of item", 14, {}),
            ("Item", 26, {}),
            ("Service", 20, {}),
            ("Reason", 40, {}),
            ("Values", 70, {}),
            ("Source file", 22, {}),
            ("Source row", 10, {"number": WHOLE}),
        ),
        rows=lambda: _records(material, own),
        count=own.rows,
    )


def _records(material: Material, piece: Piece) -> Iterator[list[Value]]:
    names = ("lead", "item_kind", "item", "service", "reason", "shown", "source_file", "source_row")
    order = "lead, source_file nulls last, source_row nulls last, item"
    file = material.rows.run / RECORDS
    for row in material.rows.as_they_stand(file, names, order, piece.first, piece.rows):
        row[4] = material.words(row[4] or "")
        row[5] = _shown(row[5], material.words)
        yield row


def _shown(text: str | None, words: Words) -> str:
    """The further values of a record, each under its name."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return text or ""
    if not isinstance(found, dict):
        return str(found)
    return "; ".join(
        f"{_value_name(name, words)}: {_told_value(value, words)}"
        for name, value in found.items()
        if value is not None
    )


def _value_name(name: str, words: Words) -> str:
    """The name of a value; where the language knows it as the heading of a column only, that."""
    plain = name.replace("_", " ")
    told, heading = words(plain), words(capital(plain))
    return heading if told == plain and heading != capital(plain) else told


def _told_value(value: Any, words: Words) -> Value:
    return words("yes" if value else "no") if isinstance(value, bool) else cell(value)


def load_issues(material: Material, piece: Piece | None = None) -> SheetPlan:
    """Every load issue: where it stands, what was found, what was expected, and what became of the record."""
    words, own = material.words, piece or material.first_piece(ISSUES)
    return SheetPlan(
        name=words("Load issues"),
        title=words("What could not be read as expected"),
        about=words("Every rejected record, and every loaded one with something wrong"),
        notes=_elsewhere(material, own),
        columns=columns(
            words,
            ("Source file", 28, {}),
            ("Row", 10, {"number": WHOLE, "help": "The data record in that file or sheet, counted from 1."}),
            ("Line", 10, {"number": WHOLE, "help": "The line of the file where it begins."}),
            ("Table", 18, {}),
            ("Column", 18, {}),
            ("Found", 34, {}),
            ("Expected", 44, {}),
            ("Kind", 18, {}),
            ("Then", 11, {"help": "Whether the record was loaded or rejected."}),
        ),
        rows=lambda: _issues(material, own),
        count=own.rows,
    )


def _issues(material: Material, piece: Piece) -> Iterator[list[Value]]:
    names = ("file", "row", "line", "table", "column", "value", "expected", "kind", "outcome")
    order = 'file, "row" nulls first'
    for row in material.rows.as_they_stand(material.rows.issues(), names, order, piece.first, piece.rows):
        row[6] = material.words(str(row[6] or ""))
        row[7], row[8] = material.words(str(row[7]).replace("_", " ")), material.words(str(row[8]))
        yield row
