"""JSON that is one object with lists or objects in it, item by item: what is in memory is one item, whatever the size of the file."""

import json
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import IO, Any, NoReturn

CHUNK = 1 << 18
EDGE = 16
"""Characters before the end of what was read in which a fault may only mean that the rest is not read yet."""

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER_GOES_ON = frozenset("0123456789+-.eE")


class EndsEarlyError(ValueError):
    """The text ends inside an item, or before the outermost object is closed."""


class TooLongError(ValueError):
    """An item is longer than any honest one."""


def items(text: IO[str], longest: int, at: Callable[[int], None]) -> Iterator[tuple[str, str | None, Any]]:
    """Each item of each list or object directly inside the outermost object: the name of that, the item's own name in an object, the item.

    ``at`` hears how many characters are read. Raises ``EndsEarlyError``, ``TooLongError``, ``RecursionError`` where items are nested without
    end, another ``ValueError`` where it is no JSON.
    """
    source = _Source(text, longest, at)
    source.expect("{")
    if not source.found("}"):
        while True:
            part = source.name()
            yield from ((part, name, item) for name, item in _inside(source))
            if source.expect(",}") == "}":
                break
    source.end()


def _inside(source: "_Source") -> Iterator[tuple[str | None, Any]]:
    """The items of the value that comes next; of a value that is neither list nor object, none."""
    if source.found("["):
        if source.found("]"):
            return
        while True:
            yield None, source.value()
            if source.expect(",]") == "]":
                return
    if source.found("{"):
        if source.found("}"):
            return
        while True:
            name = source.name()
            yield name, source.value()
            if source.expect(",}") == "}":
                return
    source.value()


class _Source:
    """The text, as far as it is read, and the place up to which it is understood."""

    def __init__(self, text: IO[str], longest: int, at: Callable[[int], None]) -> None:
        self._text, self._longest, self._at = text, longest, at
        self._held, self._place, self._read = "", 0, 0
        decoder = json.JSONDecoder(parse_float=Decimal, parse_constant=_no_constant)
        self._decode = decoder.raw_decode

    def found(self, mark: str) -> bool:
        """Whether that mark comes next; it is then behind."""
        is_next = self._next() == mark
        self._place += is_next
        return is_next

    def expect(self, marks: str) -> str:
        """Which of the marks comes next; it is then behind."""
        letter = self._next()
        if letter not in marks:
            raise ValueError(f"expected {' or '.join(marks)}, found {letter}")
        self._place += 1
        return letter

    def name(self) -> str:
        """The name that comes next, with its colon."""
        if self._next() != '"':
            raise ValueError(f"expected a name, found {self._next()}")
        name = str(self.value())
        self.expect(":")
        return name

    def value(self) -> Any:
        """The value that comes next."""
        self._next()
        while True:
            try:
                value, end = self._decode(self._held, self._place)
            except json.JSONDecodeError as error:
                is_cut = error.pos >= len(self._held) - EDGE or error.msg.startswith("Unterminated string")
                if not is_cut:
                    raise
                self._more()
                continue
            if end < len(self._held) or self._held[end - 1] not in _NUMBER_GOES_ON or not self._fill():
                self._place = end
                return value

    def end(self) -> None:
        """Nothing but blanks may come any more."""
        try:
            letter = self._next()
        except EndsEarlyError:
            return
        raise ValueError(f"something comes behind its end: {letter}")

    def _next(self) -> str:
        """The next letter that is no blank."""
        while True:
            self._place = _BLANK.match(self._held, self._place).end()  # type: ignore[union-attr]  # it matches nothing, too
            if self._place < len(self._held):
                return self._held[self._place]
            self._more()

    def _more(self) -> None:
        if not self._fill():
            raise EndsEarlyError("it ends too early")

    def _fill(self) -> bool:
        """Read on: as much again as waits, so that a long item is not looked at over and over."""
        waiting = len(self._held) - self._place
        if waiting > self._longest:
            raise TooLongError("an item is too long")
        more = self._text.read(max(CHUNK, waiting))
        self._held, self._place = self._held[self._place :] + more, 0
        self._read += len(more)
        self._at(self._read)
        return bool(more)


def _no_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is no value in JSON")
