"""Counts the records of a text by its bytes alone, and says whether every reader must see the same ones in
it.

In a text that conforms to RFC 4180, a quotation mark stands only at the border of a field or doubled inside
a quoted one. Then the
parity of the marks before a byte tells whether it lies inside quotes, and records and fields can be counted
without parsing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ringtrue.model.progress import Pace, Told, silent

if TYPE_CHECKING:
    import numpy as np

    Bytes = np.ndarray[Any, np.dtype[np.uint8]]
    Marks = np.ndarray[Any, np.dtype[np.bool_]]
    Places = np.ndarray[Any, np.dtype[np.int64]]

CHUNK = 1 << 18
"""Bytes that are looked at in one go: few enough to stay in the processor's own memory, where a look costs a third."""

OPEN = 36 << 20
"""Bytes without the end of a line after which nothing is clean any more."""

LONG = 1 << 21
"""Bytes from which the length of a record is measured; below, it is only known to be less."""

_OTHER, _LINE, _DELIMITER, _QUOTE, _RETURN = range(5)

_FEED, _CARRIAGE, _HARD_BLANK = 10, 13, "\xa0".encode()


@dataclass(frozen=True)
class Structure:
    """What the bytes say. Only where ``is_clean`` are the others to be relied on.

    ``longest`` is 0 where no record is as long as ``LONG``. ``is_trimmed``: no field begins or ends with a blank. Where a part of the text holds no quotation mark at all, its fields are only
    counted all together: whoever reads it must refuse a line with fewer, as the database does, and then none has more.
    """

    is_clean: bool
    records: int = 0
    longest: int = 0
    has_breaks: bool = False
    line_end: str = "\\n"
    is_trimmed: bool = False


def _has_short_lines(chunk: bytes) -> bool:
    """Whether no line is as long as ``LONG``."""
    start = 0
    while len(chunk) - start > LONG:
        end = chunk.rfind(b"\n", start, start + LONG)
        if end < 0:
            return False
        start = end + 1
    return True


class _UncleanError(Exception):
    """A byte stands where readers would disagree."""


def structure_of(
    path: Path,
    start: int,
    delimiter: str,
    width: int,
    lines: Path,
    data_line: int,
    *,
    chunk: int = CHUNK,
    told: Told = silent,
) -> Structure:
    """The structure from byte ``start``, where the first record begins on line ``data_line``.

    Where records hold line breaks, the file ``lines`` is written: the number and the first line of each
    record.
    """
    counter = _Counter(delimiter, width, _Lines(lines, data_line))
    pace = Pace(told, path.stat().st_size)
    try:
        with path.open("rb") as file:
            file.seek(start)
            for piece, last in _chunks(file, chunk):
                counter.take(piece, last)
                pace.at(counter.records, file.tell())
        counter.finish()
    except _UncleanError:
        counter.lines.close()
        return Structure(False)
    counter.lines.close()
    line_end = "\\r\\n" if counter.returns else "\\n"
    has_breaks = counter.lines.has_breaks
    is_trimmed = counter.is_trimmed and not has_breaks
    return Structure(True, counter.records, counter.longest, has_breaks, line_end, is_trimmed)


def _chunks(file: IO[bytes], size: int) -> Iterator[tuple[bytes, bool]]:
    """Chunks that end behind a line feed where possible, so that no pair of bytes is torn apart."""
    rest = b""
    while chunk := file.read(size):
        whole, feed, tail = (rest + chunk).rpartition(b"\n")
        if feed:
            yield whole + feed, False
        elif len(tail) > OPEN:
            raise _UncleanError
        rest = tail
    if rest:
        yield rest, True


class _Lines:
    """Writes the first line of each record, from the first record on that holds a line break."""

    def __init__(self, path: Path, data_line: int) -> None:
        self.path, self.has_breaks = path, False
        self._out: IO[str] | None = None
        self._records, self._next_line = 0, data_line

    def take(self, ends: "Places") -> None:
        """``ends``: for each further record, how many line feeds came up to its own end since the last
        call."""
        import numpy as np

        count = len(ends)
        starts = np.concatenate((np.zeros(1, np.int64), ends[:-1])) + self._next_line if count else ends
        if self._out is None and count and int(ends[-1]) != count:
            self.has_breaks = True
            self._out = self.path.open("w", encoding="ascii")
            first = self._next_line - self._records
            self._out.writelines(f"{number + 1},{first + number}\n" for number in range(self._records))
        if self._out is not None:
            numbers = range(self._records + 1, self._records + count + 1)
            self._out.write(
                "".join([f"{n},{line}\n" for n, line in zip(numbers, starts.tolist(), strict=True)])
            )
        self._records += count
        self._next_line += int(ends[-1]) if count else 0

    def take_lines(self, count: int) -> None:
        """So many records, each of one line."""
        if self._out is not None:
            first, line = self._records + 1, self._next_line
            self._out.writelines(f"{first + number},{line + number}\n" for number in range(count))
        self._records += count
        self._next_line += count

    def close(self) -> None:
        if self._out is not None:
            self._out.close()


class _Counter:
    def __init__(self, delimiter: str, width: int, lines: _Lines) -> None:
        import numpy as np

        self.width, self.lines, self._delimiter = width, lines, ord(delimiter)
        self.records, self.longest = 0, 0
        self._inside, self._fields, self._length, self._feeds = 0, 0, 0, 0
        self.returns: bool | None = None
        self.is_trimmed = True
        self._blanks = [ord(blank) for blank in " \t" if blank != delimiter]
        self._kinds = np.zeros(256, np.uint8)
        for kind, mark in ((_LINE, "\n"), (_DELIMITER, delimiter), (_QUOTE, '"'), (_RETURN, "\r")):
            self._kinds[ord(mark)] = kind

    def take(self, chunk: bytes, last: bool) -> None:
        import numpy as np

        if b"\0" in chunk or chunk.endswith(b"\r"):
            raise _UncleanError
        if not last and b'"' not in chunk and not (self._inside or self._length) and _has_short_lines(chunk):
            self._take_lines(chunk)
            return
        data: Bytes = np.frombuffer(chunk, np.uint8)
        if last:  # the line end that the last line lacks, like the others
            data = np.append(data, np.array([13, 10] if self.returns else [10], np.uint8))
        kinds = self._kinds[data]
        places = np.flatnonzero(kinds)
        found = kinds[places]
        self._look_for_blanks(chunk, data, kinds != _OTHER)
        is_quote = found == _QUOTE
        before = (np.cumsum(is_quote, dtype=np.int64) - is_quote + self._inside) & 1
        self._check_quotes(data, kinds, places[is_quote], before[is_quote])
        self._check_returns(data, places[found == _RETURN])
        self._count(places, found, before, len(data))
        quotes = int(np.count_nonzero(is_quote))
        self._inside = (self._inside + quotes) & 1

    def _take_lines(self, chunk: bytes) -> None:
        """Whole lines without a quotation mark: each is one record, none is blank, and all end alike."""
        import numpy as np

        data: Bytes = np.frombuffer(chunk, np.uint8)
        feeds = data == _FEED
        borders = feeds | (data == self._delimiter)
        count = int(np.count_nonzero(feeds))
        if self._ends_wrongly(chunk, feeds) or np.count_nonzero(borders) != self.width * count:
            raise _UncleanError
        self._look_for_blanks(chunk, data, borders | (data == _CARRIAGE) if self.returns else borders)
        self.lines.take_lines(count)
        self.records += count

    def _ends_wrongly(self, chunk: bytes, feeds: "Marks") -> bool:
        """Whether a line is blank, or ends otherwise than the others."""
        import numpy as np

        returns = b"\r" in chunk
        if self.returns is None:
            self.returns = returns
        if returns != self.returns or chunk.startswith((b"\n", b"\r")):
            return True
        if not returns:
            return bool(np.any(feeds[1:] & feeds[:-1]))
        pairs = chunk.count(b"\r\n")
        return b"\r\n\r\n" in chunk or not np.count_nonzero(feeds) == chunk.count(b"\r") == pairs

    def _look_for_blanks(self, chunk: bytes, data: "Bytes", borders: "Marks") -> None:
        """Whether a blank stands beside a border of a field; a chunk begins behind one."""
        import numpy as np

        if not self.is_trimmed:
            return
        for blank in (blank for blank in self._blanks if blank in chunk):
            blanks = data == blank
            beside = blanks[0] or np.any(blanks[1:] & borders[:-1]) or np.any(blanks[:-1] & borders[1:])
            self.is_trimmed = self.is_trimmed and not beside
        if _HARD_BLANK in chunk:
            self.is_trimmed = False

    def finish(self) -> None:
        """Nothing may be left open at the end."""
        if self._inside or self._length:
            raise _UncleanError

    def _check_quotes(self, data: "Bytes", kinds: "Bytes", quotes: "Places", before: "Places") -> None:
        """A mark opens behind a border, closes before one, or is one of two that stand together inside a
        field."""
        import numpy as np

        left = np.where(quotes > 0, kinds[quotes - 1], _LINE)
        right = np.where(quotes + 1 < len(data), kinds[np.minimum(quotes + 1, len(data) - 1)], _LINE)
        opens, closes = before == 0, before == 1
        if np.any(opens & (left != _LINE) & (left != _DELIMITER) & (left != _QUOTE)):
            raise _UncleanError
        if np.any(closes & (right == _OTHER)):
            raise _UncleanError

    def _check_returns(self, data: "Bytes", returns: "Places") -> None:
        """A carriage return stands before a line feed only; alone, some take it for the end of a line."""
        import numpy as np

        if np.any(data[np.minimum(returns + 1, len(data) - 1)] != _FEED):
            raise _UncleanError

    def _count(self, places: "Places", found: "Bytes", before: "Places", size: int) -> None:
        import numpy as np

        outside = before == 0
        ends = (found == _LINE) & outside
        fields = np.cumsum((found == _DELIMITER) & outside, dtype=np.int64)[ends] + self._fields
        count = len(fields)
        if np.any(fields != (self.width - 1) * np.arange(1, count + 1)):
            raise _UncleanError
        stops = places[ends]
        lengths = np.diff(stops, prepend=-1 - self._length)
        self._check_line_ends(found, ends, lengths)
        feeds = np.cumsum(found == _LINE, dtype=np.int64)
        self.lines.take(feeds[ends] + self._feeds)
        self._feeds = 0 if count else self._feeds
        self._feeds += int(np.count_nonzero(found == _LINE)) - (int(feeds[ends][-1]) if count else 0)
        self._fields = (
            int(np.count_nonzero((found == _DELIMITER) & outside)) + self._fields - (self.width - 1) * count
        )
        self.longest = max(self.longest, int(lengths.max()) if count else 0)
        self._length = size - 1 - int(stops[-1]) if count else self._length + size
        self.longest = max(self.longest, self._length)
        self.records += count

    def _check_line_ends(self, found: "Bytes", ends: "Places", lengths: "Places") -> None:
        """All records end alike, with or without a carriage return, and none is blank."""
        import numpy as np

        places = np.flatnonzero(ends)
        if not len(places):
            return
        returned = (found[places - 1] == _RETURN) & (places > 0)
        if self.returns is None:
            self.returns = bool(returned[0])
        if np.any(returned != self.returns) or np.any(lengths <= 1 + self.returns):
            raise _UncleanError
