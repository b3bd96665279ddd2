"""A sheet to fill in, declared once: its columns are written from the declaration and read back by it, in any language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from ringtrue.papers.filled import Filled, FilledRow, Problem
from ringtrue.reports.excel.column import SheetColumn
from ringtrue.reports.language import Words

Kind = Literal["text", "list", "day", "clock", "number", "yes"]
YES, NO = "yes", "no"


@dataclass(frozen=True, kw_only=True)
class Field:
    """One column: the name of its value, its title and help in English, and what may stand in it.

    ``choices`` gives the English words for the values of an enumeration. ``fixed`` columns are not to be filled in.
    """

    name: str
    title: str
    help: str = ""
    kind: Kind = "text"
    choices: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    fixed: bool = False
    width: float | None = None


@dataclass(frozen=True, kw_only=True)
class Form:
    """A sheet: its name, its columns."""

    sheet: str
    fields: tuple[Field, ...]

    def columns(self, words: Words) -> list[SheetColumn]:
        """The columns as a workbook has them, in a language."""
        return [_column(one, words) for one in self.fields]

    def cells(self, values: Mapping[str, Any], words: Words) -> list[Any]:
        """A row of cells from values by the names of the fields."""
        return [_written(one, values.get(one.name), words) for one in self.fields]

    def read(self, filled: Filled, words: Words) -> tuple[list[tuple[int, dict[str, Any]]], list[Problem]]:
        """The rows, each with its number, as values by the names of the fields; and the cells that could not be taken.

        A row with such a cell is left out.
        """
        name = words(self.sheet)[:31]
        rows: list[tuple[int, dict[str, Any]]] = []
        problems: list[Problem] = []
        for row in filled.sheets[name].rows if name in filled.sheets else ():
            values, wrong = self._row(row, words)
            problems += wrong
            if not wrong and any(value not in (None, (), "") for value in values.values()):
                rows.append((row.row, values))
        return rows, problems

    def _row(self, row: FilledRow, words: Words) -> tuple[dict[str, Any], list[Problem]]:
        values: dict[str, Any] = {}
        wrong: list[Problem] = []
        for one in self.fields:
            cell = row.values.get(words(one.title))
            try:
                values[one.name] = _read(one, cell, words)
            except ValueError as error:
                found = "nothing" if cell is None else f'"{cell}"'
                wrong.append(Problem(words(self.sheet), row.row, words(one.title), found, str(error)))
        return values, wrong


def _column(one: Field, words: Words) -> SheetColumn:
    choices = _choices(one)
    return SheetColumn(
        title=words(one.title),
        help=words(one.help) if one.help else None,
        choices=tuple(map(words, choices.values())),
        open_choices=bool(choices),
        date=one.kind == "day",
        required=one.required,
        locked=one.fixed,
        width=one.width,
        wrap=(one.width or 0) >= 30,
    )


def _choices(one: Field) -> Mapping[str, str]:
    return {YES: YES, NO: NO} if one.kind == "yes" else one.choices


def _written(one: Field, value: Any, words: Words) -> Any:
    if value is None:
        return None
    if one.kind == "list":
        return "; ".join(map(str, value))
    if one.kind == "day":
        return date.fromisoformat(str(value)[:10])
    if one.kind == "yes":
        return words(YES if value else NO)
    return words(one.choices[value]) if value in one.choices else value


def _read(one: Field, cell: Any, words: Words) -> Any:
    if cell is None:
        if one.required:
            raise ValueError("it to be filled in")
        return () if one.kind == "list" else None
    return _READERS[one.kind](one, cell, words)


def _text(one: Field, cell: Any, words: Words) -> str:
    told = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return _chosen(one, told, words) if one.choices else told


def _chosen(one: Field, told: str, words: Words) -> str:
    """The value of a choice, whether its word or the value itself was written."""
    known = {words(word).casefold(): value for value, word in one.choices.items()}
    known |= {value.casefold(): value for value in one.choices}
    if told.casefold() not in known:
        raise ValueError(f"one of {', '.join(map(words, one.choices.values()))}")
    return known[told.casefold()]


def _list(one: Field, cell: Any, words: Words) -> tuple[str, ...]:
    parts = [part.strip() for part in str(_text(Field(name="", title=""), cell, words)).split(";")]
    return tuple(part for part in parts if part)


def _day(one: Field, cell: Any, words: Words) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    for form in ("%Y-%m-%d", "%d.%m.%Y"):
        try:
            return datetime.strptime(str(cell), form).date().isoformat()
        except ValueError:
            continue
    raise ValueError("a day, such as 2026-04-30")


def _clock(one: Field, cell: Any, words: Words) -> str:
    told = cell.strftime("%H:%M") if hasattr(cell, "strftime") else _from_fraction(cell)
    try:
        return datetime.strptime(told.strip()[:5], "%H:%M").strftime("%H:%M")
    except ValueError as error:
        raise ValueError("a time of day, such as 09:30") from error


def _from_fraction(cell: Any) -> str:
    """A spreadsheet may keep a time of day as a part of the day."""
    if isinstance(cell, float) and 0 <= cell < 1:
        minutes = round(cell * 1440)
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    return str(cell)


def _number(one: Field, cell: Any, words: Words) -> float:
    try:
        return float(str(cell).replace(",", "."))
    except ValueError as error:
        raise ValueError("a number") from error


def _yes(one: Field, cell: Any, words: Words) -> bool:
    told = str(cell).strip().casefold()
    if told in {words(YES).casefold(), YES, "true", "x", "1", "1.0"}:
        return True
    if told in {words(NO).casefold(), NO, "false", "0", "0.0"}:
        return False
    raise ValueError(f"{words(YES)} or {words(NO)}")


_READERS = {"text": _text, "list": _list, "day": _day, "clock": _clock, "number": _number, "yes": _yes}


def lines(text: str | None) -> Sequence[str]:
    """The lines of a cell that holds one thing a line."""
    return tuple(line.strip() for line in (text or "").splitlines() if line.strip())
