"""The events of a log as one line of JSON each, in a working file, in the order of the log."""

from collections.abc import Sequence
from json.encoder import encode_basestring
from pathlib import Path
from types import TracebackType

from ringtrue.model.errors import UnreadableInput

ENOUGH = 1_000_000
LONGEST_ROW = 8_000_000
SMALL = 1_000_000_000
LARGEST_GROWTH = 100


class RowWriter:
    """Writes a JSON object for each event: ``n`` its number in the file, ``l`` its line, its values by code.

    Trace attributes stand on every event of the trace, so that a small file could swell: that is refused.
    """

    def __init__(self, file: str, path: Path) -> None:
        self.file = file
        self.rows = 0
        self.read = 0
        self._written = 0
        self._waiting: list[str] = []
        self._waiting_size = 0
        self._out = path.open("w", encoding="utf-8")

    def write(self, line: int, values: str) -> None:
        """Add one event; ``values`` comes from ``as_json``."""
        self.rows += 1
        self._waiting.append(f'{{"n":{self.rows},"l":{line}{values}}}\n')
        self._waiting_size += len(values)
        if self._waiting_size > ENOUGH:
            self._refuse_long(line, values)
            self.flush()

    def write_all(self, events: Sequence[tuple[int, str]]) -> None:
        """Add events: of each its line and its values, as in ``write``."""
        first = self.rows + 1
        rows = [f'{{"n":{n},"l":{line}{values}}}\n' for n, (line, values) in enumerate(events, first)]
        self.rows += len(rows)
        self._waiting += rows
        self._waiting_size += sum(map(len, rows))
        if self._waiting_size > ENOUGH:
            for line, values in events:
                self._refuse_long(line, values)
            self.flush()

    def flush(self) -> None:
        """Put what waits on the disk."""
        text = "".join(self._waiting)
        self._waiting.clear()
        self._waiting_size = 0
        self._written += len(text)
        if self._written > SMALL and self._written > LARGEST_GROWTH * self.read:
            self._refuse(f"its {self.rows:,} events repeat so much that they would fill the disk")
        self._out.write(text)

    def _refuse_long(self, line: int, values: str) -> None:
        if len(values) > LONGEST_ROW:
            self._refuse(f"the event at line {line:,} holds more than {LONGEST_ROW:,} characters")

    def _refuse(self, found: str) -> None:
        raise UnreadableInput(
            self.file, found, "an event log", "Export it again without the attributes that are not needed."
        )

    def __enter__(self) -> "RowWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.flush()
        self._out.close()


def opening(code: str) -> str:
    """The JSON before the value of the column with that code."""
    return f',"{code}":'


def as_json(values: dict[str, str]) -> str:
    """Values by the opening of their column, as the inside of a JSON object with a comma before each."""
    return "".join([start + encode_basestring(value) for start, value in values.items()])
