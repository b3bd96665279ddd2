"""One JSON object as one flat record of text: parts of objects inside it are named with dots."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.columns import RESERVED
from ringtrue.model.errors import UnreadableInput

Path = tuple[str, ...]


class TooDeep(ValueError):  # what it says is a state of the record, reported as an issue
    """Objects are nested deeper than any export has them."""


class Flattener:
    """Gives each path its column, in the order of first appearance; names are unique in any case of
    letters."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.split = 0
        self._codes: dict[Path, str] = {}
        self._names: list[str] = []
        self._taken = set(RESERVED)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns seen so far; column ``n`` has the code ``c<n>``."""
        return tuple(self._names)

    def flat(self, record: dict[str, Any]) -> dict[str, str]:
        """The record's values as text, by the code of their column; nothing for null. Raises ``TooDeep``."""
        return {self._code(path): text for path, text in self._walk((), record, 0)}

    def _walk(self, path: Path, value: Any, depth: int) -> Iterator[tuple[Path, str]]:
        if depth > limits.MAX_DEPTH:
            raise TooDeep
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from self._walk((*path, key), inner, depth + 1)
        elif value is not None:
            yield path, self._text(value)

    def _text(self, value: Any) -> str:
        if not isinstance(value, list):
            return scalar(value)
        if any(isinstance(item, (dict, list)) for item in value):
            return json.dumps(value, ensure_ascii=False, default=str)
        items = [scalar(item) for item in value if item is not None]
        self.split += any(";" in item for item in items)
        return ";".join(items)

    def _code(self, path: Path) -> str:
        code = self._codes.get(path)
        if code is None:
            code = self._codes[path] = f"c{len(self._codes)}"
            self._names.append(self._free(".".join(path).strip()))
        return code

    def _free(self, wanted: str) -> str:
        if len(self._names) >= limits.MAX_COLUMNS:
            raise UnreadableInput(
                self.file,
                f"its objects have more than {limits.MAX_COLUMNS:,} different names",
                "objects that all have the same few names",
                "Export it again as a list of records.",
            )
        wanted = wanted or f"column_{len(self._names) + 1}"
        free, number = wanted, 1
        while free.casefold() in self._taken:
            number += 1
            free = f"{wanted}_{number}"
        self._taken.add(free.casefold())
        return free


def scalar(value: Any) -> str:
    """A single value as text, as it stands in the file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, Decimal, float)) else value
