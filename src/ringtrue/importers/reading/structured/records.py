"""JSON as raw tables: one object a line, a list of objects, or an object that holds lists of objects."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import IO, Any

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.encoding import as_utf8, encoding_of
from ringtrue.importers.reading.structured.items import EndsEarlyError, TooLongError, items
from ringtrue.importers.reading.structured.rows import Rows
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.progress import Pace, Told
from ringtrue.model.source import RawTable, ReadSettings

LONGEST = 4 * limits.MAX_RECORD
"""Characters of one object."""

LOOKED_AT = 3
"""Lines by which it is told whether each is an object of its own."""


def read_json(
    path: Path, name: str, table: str, folder: Path, settings: ReadSettings
) -> tuple[list[RawTable], list[str]]:
    """The lists of objects in the file as raw tables, and what was assumed.

    Lines of JSON that cannot be read are rejected one by one. Raises ``UnreadableInput`` where a file that
    is one JSON value is
    broken or cut off.
    """
    encoding = encoding_of(path, name, settings.encoding)
    notes = [encoding.assumption] if encoding.assumption else []
    if _is_lines(path, encoding.codec):
        errors = "surrogateescape" if encoding.damaged else "strict"
        with path.open(encoding=encoding.codec, errors=errors, newline="\n") as text:
            found = [_read_lines(text, name, table, folder, Pace(settings.told, path.stat().st_size))]
    elif encoding.damaged:
        raise _refused(name, "some of its bytes mean nothing in its encoding")
    else:
        plain = path if encoding.codec == "utf-8" else as_utf8(path, folder, encoding)
        found = _read_whole(plain, name, table, folder, settings.told)
    stored = [rows.stored(notes) for rows in found]
    return [replace(one, part=one.name) for one in stored] if len(stored) > 1 else stored, notes


def _is_lines(path: Path, codec: str) -> bool:
    with path.open(encoding=codec, errors="replace") as text:
        lines = _first_lines(text)
    if lines and lines[0].lstrip("\ufeff").lstrip().startswith("["):
        return False
    objects = [found for line in lines if isinstance(found := _loaded(line), dict)]
    if len(lines) == 1 and objects:
        return not any(_is_table(value) for value in objects[0].values())
    return bool(objects)


def _first_lines(text: IO[str]) -> list[str]:
    found: list[str] = []
    while len(found) < LOOKED_AT and (line := text.readline(limits.MAX_RECORD)):
        if line.strip():
            found.append(line)
    return found


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _loaded(line: str) -> Any:
    """The value of one line; a ``ValueError`` where it is none. Numbers stay as they are written."""
    try:
        return json.loads(line, parse_float=str, parse_int=str, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        return error


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no value in JSON")


def _read_lines(text: IO[str], name: str, table: str, folder: Path, pace: Pace) -> Rows:
    rows, read = Rows(name, table, folder / "lines.json"), 0
    for number, line in enumerate(iter(partial(text.readline, limits.MAX_RECORD), ""), 1):
        read += len(line)
        pace.at(number, read)
        if len(line) >= limits.MAX_RECORD and line[-1] != "\n":
            _skip_rest(text)
            rows.reject(line, number, f"it has more than {limits.MAX_RECORD >> 20} million characters")
        elif line.strip():
            _take_line(rows, line, number)
        else:
            rows.blank += 1
    return rows


def _skip_rest(text: IO[str]) -> None:
    while (more := text.readline(limits.MAX_RECORD)) and more[-1] != "\n":
        pass


def _take_line(rows: Rows, line: str, number: int) -> None:
    value = _loaded(line)
    if isinstance(value, dict):
        rows.take(value, number)
    elif isinstance(value, RecursionError):
        rows.reject(line, number, "objects are nested too deeply in it")
    else:
        rows.reject(line, number, str(value) if isinstance(value, ValueError) else "it is no object")


def _read_whole(path: Path, name: str, table: str, folder: Path, told: Told) -> list[Rows]:
    found: dict[str, Rows] = {}
    for key, value in _streamed(path, name, told):
        if key not in found:
            found[key] = Rows(name, key or table, folder / f"list-{len(found)}.json")
        if isinstance(value, dict):
            found[key].take(value, None)
        else:
            found[key].reject(str(value), None, "it is no object")
    tables = [rows for rows in found.values() if rows.rows]
    if not tables:
        raise _refused(name, "it holds no list of objects")
    return tables


def _streamed(path: Path, name: str, told: Told) -> Iterator[tuple[str, Any]]:
    """Each item of the outermost list, or of each list directly inside the outermost object, with the
    list's name."""
    with path.open("rb") as file:
        start = file.read(1000).lstrip()[:1]
    try:
        yield from _of_list(path, told) if start == b"[" else _of_lists(path, told)
    except EndsEarlyError as error:
        raise _refused(name, "it ends too early: the file is cut off or broken") from error
    except TooLongError as error:
        raise _refused(name, f"one object in it is longer than {LONGEST >> 20} million characters") from error
    except RecursionError as error:
        raise _refused(name, "objects are nested too deeply in it") from error
    except (ValueError, ArithmeticError) as error:
        raise _refused(name, f"it is no sound JSON ({str(error).splitlines()[0][:100]})") from error


def _of_list(path: Path, told: Told) -> Iterator[tuple[str, Any]]:
    import ijson  # type: ignore[import-untyped]

    pace, rows = Pace(told, path.stat().st_size), 0
    with path.open("rb") as file:
        try:
            for rows, item in enumerate(ijson.items(file, "item"), 1):
                pace.at(rows, file.tell())
                yield "", item
        except ijson.IncompleteJSONError as error:
            raise EndsEarlyError(str(error)) from error
        except ijson.JSONError as error:
            raise ValueError(str(error)) from error


def _of_lists(path: Path, told: Told) -> Iterator[tuple[str, Any]]:
    pace, rows = Pace(told, path.stat().st_size), 0

    def at(read: int) -> None:
        pace.at(rows, read)

    with path.open(encoding="utf-8", newline="") as text:
        for part, own_name, item in items(text, LONGEST, at):
            if own_name is None:
                rows += 1
                yield part, item


def _refused(name: str, found: str) -> UnreadableInput:
    return UnreadableInput(
        name,
        found,
        "JSON with one object a line, or with a list of objects",
        "Fetch or export the file again.",
    )
