"""Reads a delimited text record by record; one that does not conform is set apart, and the next whole line
begins anew."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.delimited.form import OPEN, Form, new_reader
from ringtrue.model.errors import UnreadableInput

if TYPE_CHECKING:
    from _csv import Reader

LEAST_BUDGET = 64 * 2**20
"""Characters that may be read again after unclosed quotes, whatever the size of the file."""

REPEATS = 4
"""Times the size of the file that may be read again; honest files with some damage stay far below."""


WHOLE = 3
"""Records in a row that must be whole after a broken one."""

CUT = "\0cut\0"
"""Marks what is left of a line that is too long; no text has it, as a zero byte is refused."""

TOO_LONG = f"it has more than {limits.MAX_RECORD >> 20} million characters"


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its first line, its lines as text, and either its fields or what is wrong with it."""

    line: int
    lines: int
    fields: list[str]
    problem: str = ""
    text: str = ""


def records_of(file: IO[str], form: Form, name: str, size: int) -> Iterator[Record]:
    """All records below the column names, in order; blank lines come as records without fields and without
    problem.

    Every line belongs to exactly one of them. Raises ``UnreadableInput`` where quotes are so broken that
    lines would be read over
    and over.
    """
    source = _Lines(file, name, size)
    for _ in range(form.data_line - 1):
        next(source, None)
    source.forget()
    return _records(source, form)


def _records(source: "_Lines", form: Form) -> Iterator[Record]:
    reader = new_reader(source, form.delimiter, form.quote, form.skip_space)
    while True:
        found = _next_record(reader, source, form)
        if found is None:
            return
        if found.problem and found.lines > 1:
            found = _cut(reader, source, form, found)
        else:
            source.forget()
        yield found


def _next_record(reader: "Reader", source: "_Lines", form: Form) -> Record | None:
    """The next record; its lines stay in ``source.held`` until forgotten or given back."""
    fields: list[str] = []
    problem = ""
    try:
        fields = next(reader)
    except StopIteration:
        return None
    except csv.Error as error:
        problem = _in_words(error)
    held = source.held
    if not problem and fields:
        problem = _problem(fields, held, form)
    return Record(source.first, len(held), fields, problem, "".join(held) if problem else "")


def _problem(fields: list[str], held: list[str], form: Form) -> str:
    for line in held:
        if "\0" in line:
            return TOO_LONG if CUT in line else "it holds a zero byte"
    if len(fields) != form.width:
        return f"it has {len(fields):,} fields"
    if len(held) > 1 and sum(map(len, held)) > limits.MAX_RECORD:
        return TOO_LONG
    return "it repeats the column names" if is_heading(fields, form) else ""


def is_heading(fields: Sequence[str], form: Form) -> bool:
    """Whether a record is the row of column names once more, as where exports were put one below the
    other."""
    return (
        len(form.heading) > 1 and fields[0].strip() == form.heading[0] and _stripped(fields) == form.heading
    )


def _stripped(fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(field.strip() for field in fields)


def _in_words(error: csv.Error) -> str:
    text = str(error)
    if OPEN in text or "field larger" in text:
        return "a quotation mark opens and is never closed"
    if "expected after" in text:
        return "something other than a delimiter follows a closing quotation mark"
    return "it is not written as the others are"


def _cut(reader: "Reader", source: "_Lines", form: Form, broken: Record) -> Record:
    """End a broken record before the next line that begins whole ones: a lost quotation mark takes no others.

    One line of a long text may look like a record; ``WHOLE`` in a row do not.
    """
    held, place = list(source.held), 1
    source.give_back(held[place:], broken.line + place)
    while place < len(held):
        lines, is_whole = _try_whole(reader, source, form)
        source.give_back(lines, broken.line + place)
        if is_whole:
            break
        source.drop()
        place += 1
    return Record(broken.line, place, broken.fields, broken.problem, "".join(held[:place]))


def _try_whole(reader: "Reader", source: "_Lines", form: Form) -> tuple[list[str], bool]:
    """The next lines, and whether they are ``WHOLE`` records, or fewer up to the end of the file."""
    lines: list[str] = []
    for number in range(WHOLE):
        found = _next_record(reader, source, form)
        lines += source.held
        is_even = _is_even(source.held)
        source.forget()
        if found is None:
            return lines, number > 0
        if found.problem or not is_even or not (found.fields or number):
            return lines, False
    return lines, True


def _is_even(lines: list[str]) -> bool:
    """An odd number of quotation marks shows that a line lies inside a quoted field."""
    return sum(line.count('"') for line in lines) % 2 == 0


class _Lines:
    """Lines of a file, numbered, each given out once, or again where they were given back."""

    def __init__(self, file: IO[str], name: str, size: int) -> None:
        self.name = name
        self.held: list[str] = []
        self.first = 1
        self._next = partial(file.readline, limits.MAX_RECORD)
        self._waiting: deque[str] = deque()
        self._budget = max(LEAST_BUDGET, REPEATS * size)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._next()
        if not line:
            raise StopIteration
        if len(line) >= limits.MAX_RECORD and line[-1] not in "\r\n":
            line = self._cut(line)
        self.held.append(line)
        return line

    def forget(self) -> None:
        """The lines held are done with."""
        self.first += len(self.held)
        self.held.clear()

    def drop(self) -> None:
        """The first of the lines that were given back is done with."""
        self._waiting.popleft()
        self.first += 1

    def give_back(self, lines: list[str], first: int) -> None:
        """These lines, of which the first is number ``first``, come again; nothing is held any more."""
        self._budget -= sum(map(len, lines))
        if self._budget < 0:
            raise UnreadableInput(
                self.name,
                f"its quotation marks do not open and close in pairs, near line {first:,}",
                "fields that hold a delimiter or a line break between quotation marks",
                "Export it again with such fields quoted, or name another delimiter under [read] in a mapping file.",
            )
        self._waiting.extendleft(reversed(lines))
        self.held.clear()
        self.first = first

    def _cut(self, line: str) -> str:
        while (more := self._next()) and more[-1] not in "\r\n":
            pass
        return f"{line[: limits.SHOWN]}{CUT}\n"
