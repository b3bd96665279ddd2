"""A short way for the events that look like the ones before: the same log, read several times as fast.

Exporters write all events of a kind alike: cut the values out, and the same text remains, the *shape*. A
shape that is a plain event in every byte needs no parser: its values stand between known quotes. A run of
such events, with nothing but blanks between them, goes to the parser as one processing instruction with a name that nobody can guess and
as many line ends as the run had, so that the parser still decides where it stands (in a trace, or only in a comment), and lines are
counted as before. Whatever is not plain takes the long way.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

BEGIN, END = b"<event>", b"</event>"
LONGEST_TAIL = 1_000_000
MOST_SHAPES = 5_000
LONGEST_FRAME = 10_000

_BLANK = rb"[ \t\r\n]"
_VALUE = (
    rb"<(?:string|date|int|float|boolean|id)"
    + _BLANK
    + rb'+key="([^"&<>\\\x00-\x1f]+)"'
    + _BLANK
    + rb'+value="'
    + _BLANK
    + rb"*/>"
)
_PLAIN = re.compile(rb"<event>(?:" + _BLANK + rb"*" + _VALUE + rb")*" + _BLANK + rb"*</event>")
_KEY = re.compile(rb'key="([^"]*)"')
_NOT_PLAIN = re.compile(rb"[&<\\\x00-\x1f]")
_ENCODING = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)""")


@dataclass(frozen=True, eq=False)
class Shape:
    """A plain event without its values: the keys in their order, and how many lines it ends."""

    keys: tuple[str, ...]
    lines: int


@dataclass(frozen=True, eq=False)
class Run:
    """Plain events without anything between them: the shape of each, the line on which it begins, counted from the first one's, and
    all their values one behind the other."""

    shapes: list[Shape]
    lines: list[int]
    values: list[str]


class _Open:
    """A run that further events may join."""

    def __init__(self) -> None:
        self.shapes: list[Shape] = []
        self.lines: list[int] = []
        self.values: list[bytes] = []
        self.events: list[tuple[int, int]] = []
        self.line = 0

    def add(self, shape: Shape, values: list[bytes], start: int, end: int) -> None:
        self.shapes.append(shape)
        self.lines.append(self.line)
        self.values += values
        self.events.append((start, end))
        self.line += shape.lines


class Shapes:
    """Replaces runs of plain events by processing instructions, and keeps what they say until the parser asks."""

    def __init__(self) -> None:
        self.target = "r" + secrets.token_hex(8)
        self._target = self.target.encode()
        self._shapes: dict[bytes, Shape | None] = {}
        self._waiting: dict[int, Run] = {}
        self._count = 0
        self._done = 0
        self.waiting = 0
        """How many replaced events the parser has not come to."""

    def replaced(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """The same log with its plain events replaced, if it is in UTF-8."""
        tail: bytes | None = None
        for chunk in chunks:
            if tail is None and not _is_utf8(chunk):
                yield chunk
                yield from chunks
                return
            data, tail = self._replace((tail or b"") + chunk)
            yield data
        yield tail or b""

    def take(self, number: str) -> Run:
        """What the events of the run with that number said; earlier ones, which stood in comments, are forgotten."""
        index = int(number)
        run = self._waiting[index]
        while self._done <= index:
            self._forget(self._done)
            self._done += 1
        return run

    def _forget(self, index: int) -> None:
        gone = self._waiting.pop(index, None)
        self.waiting -= len(gone.shapes) if gone else 0

    def _replace(self, data: bytes) -> tuple[bytes, bytes]:
        pieces: list[bytes] = []
        place = 0
        run = _Open()
        find: Callable[[bytes, int], int] = data.find
        while (start := find(BEGIN, place)) >= 0 and (end := find(END, start)) >= 0:
            end += len(END)
            between = data[place:start]
            parts = data[start:end].split(b'"')
            values = parts[3::4]
            del parts[3::4]
            frame = b'"'.join(parts)
            shape = self._shapes.get(frame) or self._shape(frame)
            if shape is None or len(values) != len(shape.keys):
                pieces += self._closed(data, run)
                pieces += between, data[start:end]
                run = _Open()
            else:
                if run.events and not between.strip(b" \t\n"):
                    run.line += between.count(b"\n")
                else:
                    pieces += self._closed(data, run)
                    pieces.append(between)
                    run = _Open()
                run.add(shape, values, start, end)
            place = end
        pieces += self._closed(data, run)
        hold = start if start >= 0 else max(place, len(data) - len(BEGIN) + 1)
        if len(data) - hold > LONGEST_TAIL:
            hold = len(data)
        pieces.append(data[place:hold])
        return b"".join(pieces), data[hold:]

    def _closed(self, data: bytes, run: _Open) -> list[bytes]:
        """What stands for the run: an instruction, or its bytes as they are where one of its values is not plain."""
        if not run.events:
            return []
        joined = b'"'.join(run.values)
        text = None if _NOT_PLAIN.search(joined) else _decoded(joined)
        if text is not None:
            self._waiting[self._count] = Run(run.shapes, run.lines, text.split('"') if run.values else [])
            self.waiting += len(run.shapes)
            self._count += 1
            return [b"<?%s %d%s?>" % (self._target, self._count - 1, b"\n" * run.line)]
        return self._one_by_one(data, run)

    def _one_by_one(self, data: bytes, run: _Open) -> list[bytes]:
        if len(run.events) == 1:
            start, end = run.events[0]
            return [data[start:end]]
        pieces: list[bytes] = []
        place, values = run.events[0][0], iter(run.values)
        for shape, (start, end) in zip(run.shapes, run.events, strict=True):
            alone = _Open()
            alone.add(shape, [next(values) for _ in shape.keys], start, end)
            pieces += data[place:start], *self._closed(data, alone)
            place = end
        return pieces

    def _shape(self, frame: bytes) -> Shape | None:
        if frame in self._shapes or len(self._shapes) >= MOST_SHAPES or len(frame) > LONGEST_FRAME:
            return None
        self._shapes[frame] = shape = _new_shape(frame)
        return shape


def _new_shape(frame: bytes) -> Shape | None:
    text = _decoded(frame) if _PLAIN.fullmatch(frame) else None
    if text is None:
        return None
    keys = tuple(key.decode() for key in _KEY.findall(frame))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return Shape(keys, lines) if len(set(keys)) == len(keys) else None


def _decoded(data: bytes) -> str | None:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    return None if not data.isascii() and ("\ufffe" in text or "\uffff" in text) else text


def _is_utf8(beginning: bytes) -> bool:
    told = _ENCODING.match(beginning)
    return told is None or told.group(1).lower() in (b"utf-8", b"us-ascii")
