"""A log on its way to the tables: six lists in working files, whatever the form of the file was."""

import re
from json.encoder import encode_basestring
from pathlib import Path
from types import TracebackType
from typing import IO

LISTS = {
    "events": ("id", "type", "time"),
    "event_values": ("id", "name", "value"),
    "event_objects": ("id", "object", "qualifier"),
    "objects": ("id", "type"),
    "object_values": ("id", "name", "time", "value"),
    "object_objects": ("source", "target", "qualifier"),
}
"""The lists of a log and their columns. Each row also has ``n``, its place in the list, and ``l``, its line or nothing."""

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


class LogWriter:
    """Takes the records of a log one by one and keeps none of them in memory."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.counts = dict.fromkeys(LISTS, 0)
        self.unreadable = 0
        self.longest = 0
        self._out: dict[str, IO[str]] = {
            name: (folder / f"{name}.json").open("w", encoding="utf-8") for name in LISTS
        }

    def add(self, list_name: str, *values: str | None, line: int | None = None) -> None:
        """Add one row of a list; nothing stands for a value that is not there."""
        self.counts[list_name] += 1
        cells = "".join(
            f',"{column}":{self._text(value)}'
            for column, value in zip(LISTS[list_name], values, strict=True)
            if value is not None
        )
        place = "null" if line is None else str(line)
        self.longest = max(self.longest, len(cells))
        self._out[list_name].write(f'{{"n":{self.counts[list_name]},"l":{place}{cells}}}\n')

    def _text(self, value: str) -> str:
        if _NO_TEXT.search(value):
            self.unreadable += 1
            value = _NO_TEXT.sub("\ufffd", value)
        return encode_basestring(value)

    def __enter__(self) -> "LogWriter":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for out in self._out.values():
            out.close()
