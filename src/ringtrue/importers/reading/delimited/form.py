"""How a delimited text is written: its delimiter, its quotes, and the line of its column names."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.columns import LOOKED_AT, names_row, unique_names
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import ReadSettings

if TYPE_CHECKING:
    from _csv import Reader

    _Reading = Callable[[Iterable[str]], Reader]

DELIMITERS = (",", ";", "\t", "|")
WORDS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", "\x1f": "none"}
NO_DELIMITER = "\x1f"
"""Stands for the delimiter of a text with one column: the unit separator, which no honest text holds."""

BROKEN = ("\x00",)
"""Stands for a record that does not parse."""

OPEN = "unexpected end of data"
"""What Python's reader says of a quotation mark that is not closed where the text ends."""

MANY_BROKEN = 5
"""Records that do not parse from which quotation marks may be meant as such, and not to hold a field
together."""

SAMPLE = 400
"""Records that are looked at."""

STEADY = 0.8
"""Share of records with the same number of fields from which a delimiter is believed."""


@dataclass(frozen=True)
class Form:
    """The form of a delimited text.

    ``data_line`` is the line, from 1, where the first record below the names begins; ``heading`` the names
    as they stand there.
    """

    delimiter: str
    quote: str | None
    skip_space: bool
    data_line: int
    columns: tuple[str, ...]
    heading: tuple[str, ...]
    assumptions: tuple[str, ...]

    @property
    def width(self) -> int:
        """The number of fields of a whole record."""
        return len(self.columns)


@dataclass(frozen=True)
class _Trial:
    """The first records as they are under one way of reading."""

    delimiter: str
    quote: str | None
    skip_space: bool
    records: tuple[tuple[str, ...], ...]
    ends: tuple[int, ...]
    width: int
    steady: float

    @property
    def broken(self) -> int:
        """How many records do not parse."""
        return sum(record is BROKEN for record in self.records)

    @property
    def place(self) -> int:
        """The place of the first record with the usual number of fields."""
        return next((place for place, record in enumerate(self.records) if len(record) >= self.width), 0)


@lru_cache(maxsize=4)
def form_of(head: str, name: str, settings: ReadSettings) -> Form:
    """The form of a text by its first characters, told once though every importer asks. Raises ``UnreadableInput`` where it cannot be
    told for certain."""
    trial = _best(head, name, settings)
    place = _names_place(trial, name, settings)
    if place < 0:
        columns, _ = unique_names((), trial.width, name)
        return _form(
            trial,
            columns,
            -1,
            [f"the file has no row of column names: they are called {columns[0]} to {columns[-1]}"],
        )
    columns, notes = unique_names(trial.records[place], _width(trial, place, name), name)
    titles = "; ".join(
        filter(None, (" ".join(filter(None, record)).strip() for record in trial.records[:place]))
    )
    if titles and not titles.startswith("sep="):
        notes.insert(
            0, f'column names stand in line {_line_of(trial, place)}; above them: "{titles[: limits.SHOWN]}"'
        )
    return _form(trial, columns, place, notes)


def _width(trial: _Trial, place: int, name: str) -> int:
    """The fields of a whole record: as many as names, or more where the further ones are always empty."""
    names = len(trial.records[place])
    if names >= trial.width:
        return max(trial.width, _filled_width(trial.records[place]))
    further = [
        cell for record in trial.records[place + 1 :] if len(record) == trial.width for cell in record[names:]
    ]
    if any(cell.strip() for cell in further):
        raise _refused(name, f"it has {names} column names, but most records have {trial.width} fields")
    return trial.width


def _form(trial: _Trial, columns: tuple[str, ...], place: int, notes: list[str]) -> Form:
    if trial.delimiter not in (",", NO_DELIMITER):
        notes.append(f"the delimiter is the {WORDS.get(trial.delimiter, repr(trial.delimiter))}")
    if trial.skip_space:
        notes.append("blanks after a delimiter are not part of the value")
    if trial.quote is None and trial.delimiter != NO_DELIMITER:
        notes.append("quotation marks are part of the values")
    heading = tuple(cell.strip() for cell in trial.records[place]) if place >= 0 else ()
    data_line = trial.ends[place] + 1 if place >= 0 else 1
    return Form(trial.delimiter, trial.quote, trial.skip_space, data_line, columns, heading, tuple(notes))


def _best(head: str, name: str, settings: ReadSettings) -> _Trial:
    given = _declared(head, settings)
    marks = (given,) if given else DELIMITERS
    trials = [_trial(head, mark) for mark in marks]
    fitting = [trial for trial in trials if trial.steady >= STEADY and (trial.width > 1 or given)]
    if not fitting:
        others = [_tried(head, mark, '"', True) for mark in marks if f'{mark} "' in head]
        others += [
            _tried(head, trial.delimiter, None, False) for trial in trials if trial.broken >= MANY_BROKEN
        ]
        fitting = [trial for trial in others if trial.steady >= STEADY and trial.width > 1]
    if not fitting:
        fitting = trials if given else _single_column(head, trials)
    if not fitting:
        raise _refused(name, "its lines do not have the same number of fields under any delimiter")
    return max(fitting, key=lambda trial: (-trial.place, trial.width, trial.steady))


def _trial(head: str, mark: str) -> _Trial:
    """As usual, or without what stands behind a quotation mark that these first characters do not close: a long text
    goes on behind them."""
    whole = _tried(head, mark, '"', False)
    if (whole.steady >= STEADY and whole.width > 1) or not whole.broken:
        return whole
    closed = _tried(head, mark, '"', False, up_to_open=True)
    return closed if closed.steady >= STEADY and closed.width > 1 else whole


def _declared(head: str, settings: ReadSettings) -> str | None:
    """The delimiter that a person or, as Excel understands it, the first line (``sep=;``) has named."""
    if settings.delimiter:
        return {"\\t": "\t", "tab": "\t"}.get(settings.delimiter.lower(), settings.delimiter)
    first = head.split("\n", 1)[0].strip('"\r')
    return first[4] if first[:4].lower() == "sep=" and len(first) == 5 else None


def _single_column(head: str, trials: Sequence[_Trial]) -> list[_Trial]:
    """One column, if the first line has no delimiter at all, or the text is too uneven to be anything
    else."""
    alone = _tried(head, NO_DELIMITER, '"', False)
    first = next((record for record in alone.records if any(record)), ("",))
    if any(mark in first[0] for mark in DELIMITERS):
        return sorted(
            (trial for trial in trials if trial.width > 1 and trial.steady >= 0.5),
            key=lambda trial: -trial.steady,
        )[:1]
    return [alone]


def _tried(
    text: str, delimiter: str, quote: str | None, skip_space: bool, *, up_to_open: bool = False
) -> _Trial:
    lines = list(io.StringIO(text, newline=""))
    read = list(
        _records(
            lines, partial(new_reader, delimiter=delimiter, quote=quote, skip_space=skip_space), up_to_open
        )
    )
    records, ends = tuple(record for record, _ in read), tuple(end for _, end in read)
    widths = [len(record) for record in records if record]
    width = _usual(widths)
    first = next((place for place, found in enumerate(widths) if found >= width), 0)
    steady = sum(found == width for found in widths[first:]) / max(1, len(widths[first:]))
    return _Trial(delimiter, quote, skip_space, records, ends, width, steady)


def _usual(widths: Sequence[int]) -> int:
    """The most frequent number of fields; among equals that of the first record, which has the names if it
    is no title."""
    counted = Counter(widths)
    most = max(counted.values(), default=0)
    equals = [width for width, count in counted.items() if count == most]
    return widths[0] if widths and widths[0] > 1 and widths[0] in equals else max(equals, default=0)


def _records(
    lines: Sequence[str], reading: "_Reading", up_to_open: bool
) -> Iterator[tuple[tuple[str, ...], int]]:
    """The first records with the line on which each ends; a line that does not parse counts as ``BROKEN``."""
    start = 0
    for _ in range(SAMPLE):
        record, taken, is_open = _first_record(reading, lines[start : start + SAMPLE])
        if is_open and start + SAMPLE < len(lines):
            record, taken, is_open = _first_record(reading, lines[start:])
        if record is None or (is_open and up_to_open):
            return
        start += taken
        yield record, start


def _first_record(reading: "_Reading", lines: Sequence[str]) -> tuple[tuple[str, ...] | None, int, bool]:
    """The first record, None where there is none; its lines; and whether its quotation mark is open at the end."""
    reader = reading(iter(lines))
    try:
        return tuple(next(reader)), reader.line_num, False
    except StopIteration:
        return None, 0, False
    except csv.Error as error:
        return BROKEN, 1, OPEN in str(error)


def new_reader(
    lines: Iterable[str], delimiter: str, quote: str | None, skip_space: bool, *, strict: bool = True
) -> "Reader":
    """Python's reader for one form; while ``strict``, it reports what does not conform instead of
    guessing."""
    if (
        csv.field_size_limit() < limits.MAX_RECORD
    ):  # only ever raised, so that other threads are not disturbed
        csv.field_size_limit(limits.MAX_RECORD)
    return csv.reader(
        lines,
        delimiter=delimiter,
        quotechar=quote,
        quoting=csv.QUOTE_NONE if quote is None else csv.QUOTE_MINIMAL,
        strict=strict,
        skipinitialspace=skip_space,
    )


def _names_place(trial: _Trial, name: str, settings: ReadSettings) -> int:
    """The place of the names among the records; -1 where a person says that there are none."""
    if settings.header_row == 0:
        return -1
    if settings.header_row is not None:
        place = next((place for place, end in enumerate(trial.ends) if end >= settings.header_row), None)
        if place is None:
            raise _refused(name, f"it has no line {settings.header_row} to hold the column names")
        return place
    place = names_row(trial.records, trial.width) if trial.width else None
    if place is None:
        shown = next((" | ".join(record) for record in trial.records if any(record)), "")[: limits.SHOWN]
        raise _refused(
            name, f'no row of column names was found in its first {LOOKED_AT} lines; it begins "{shown}"'
        )
    return place


def _filled_width(record: Sequence[str]) -> int:
    return max((number for number, cell in enumerate(record, 1) if cell.strip()), default=0)


def _line_of(trial: _Trial, place: int) -> int:
    return trial.ends[place - 1] + 1 if place else 1


def _refused(name: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        name,
        found,
        "a table with a row of column names, its fields separated by comma, semicolon, tab or vertical bar",
        "Name delimiter and header_row (its line; 0: there is none) under [read] in a mapping file, or export it again.",
    )
