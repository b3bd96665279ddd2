"""OCEL in JSON, as a stream: version 2.0 with its lists, version 1.0 with its objects by id."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from ringtrue.importers.ocel.refusal import LONGEST, MOST_DEEP, refused
from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.importers.reading.encoding import as_utf8, encoding_of
from ringtrue.importers.reading.structured.flat import scalar

Record = dict[str, Any]


def read_json_log(path: Path, file: str, out: LogWriter) -> None:
    """Write every event and object of the log. Raises ``UnreadableInput`` where it is broken, cut off or far too deep."""
    import ijson  # type: ignore[import-untyped]

    encoding = encoding_of(path, file)
    plain = path if encoding.codec == "utf-8" else as_utf8(path, out.folder, encoding)
    with plain.open("rb") as opened:
        watched = _Watched(opened, file)
        try:
            for key, name, record in _records(ijson.basic_parse(watched), watched, file):
                _TAKEN[key](out, name, record)
        except ijson.IncompleteJSONError as error:
            raise refused(file, "it ends too early: the file is cut off or broken") from error
        except (ijson.JSONError, ValueError, ArithmeticError) as error:
            raise refused(file, f"it is no sound JSON ({str(error).splitlines()[0][:100]})") from error


class _Watched:
    """The bytes of the file, as long as they become records of sensible length."""

    def __init__(self, opened: BinaryIO, file: str) -> None:
        self._opened, self._file = opened, file
        self.since = 0

    def read(self, size: int) -> bytes:
        data = self._opened.read(size)
        self.since += len(data)
        if self.since > 2 * LONGEST:
            raise refused(self._file, f"one record in it is longer than {LONGEST >> 20} million characters")
        return data


def _records(
    tokens: Iterator[tuple[str, Any]], watched: _Watched, file: str
) -> Iterator[tuple[str, str | None, Record]]:
    """Each event and object: the list in which it stands, its key there if it has one, the record itself."""
    depth, part, name = 0, "", None
    stack: list[Any] = []
    keys: list[str] = []
    for token, value in tokens:
        if token == "map_key":
            if depth == 1:
                part, watched.since = str(value), 0
            elif stack:
                keys[-1] = str(value)
            else:
                name = str(value)
            continue
        if token.startswith("start_"):
            depth += 1
            if depth > MOST_DEEP:
                raise refused(file, f"objects in it are nested more than {MOST_DEEP} deep")
            if depth >= 3 and part in _TAKEN:
                inner: Any = {} if token == "start_map" else []
                _put(stack, keys, inner)
                stack.append(inner)
                keys.append("")
            continue
        if token.startswith("end_"):
            depth -= 1
            if stack:
                done = stack.pop()
                keys.pop()
                if not stack:
                    watched.since = 0
                    yield part, name, done if isinstance(done, dict) else {}
            elif depth == 1:
                name = None
            continue
        if stack:
            _put(stack, keys, value)
        elif depth == 2 and part in _TAKEN:
            yield part, name, {}


def _put(stack: list[Any], keys: list[str], value: Any) -> None:
    if not stack:
        return
    if isinstance(stack[-1], dict):
        stack[-1][keys[-1]] = value
    else:
        stack[-1].append(value)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return scalar(value) if not isinstance(value, (dict, list)) else str(value)


def _inside(record: Record, key: str) -> Iterator[Record]:
    found = record.get(key)
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()


def _event(out: LogWriter, name: str | None, record: Record) -> None:
    id = _text(record.get("id"))
    out.add("events", id, _text(record.get("type")), _text(record.get("time")))
    for one in _inside(record, "attributes"):
        out.add("event_values", id, _text(one.get("name")), _text(one.get("value")))
    for one in _inside(record, "relationships"):
        out.add("event_objects", id, _text(one.get("objectId")), _text(one.get("qualifier")))


def _object(out: LogWriter, name: str | None, record: Record) -> None:
    id = _text(record.get("id"))
    out.add("objects", id, _text(record.get("type")))
    for one in _inside(record, "attributes"):
        out.add("object_values", id, _text(one.get("name")), _text(one.get("time")), _text(one.get("value")))
    for one in _inside(record, "relationships"):
        out.add("object_objects", id, _text(one.get("objectId")), _text(one.get("qualifier")))


def _event_of_1_0(out: LogWriter, name: str | None, record: Record) -> None:
    out.add("events", name, _text(record.get("ocel:activity")), _text(record.get("ocel:timestamp")))
    for key, value in _pairs(record.get("ocel:vmap")):
        out.add("event_values", name, key, value)
    related = record.get("ocel:omap")
    for one in related if isinstance(related, list) else ():
        out.add("event_objects", name, _text(one), None)


def _object_of_1_0(out: LogWriter, name: str | None, record: Record) -> None:
    out.add("objects", name, _text(record.get("ocel:type")))
    for key, value in _pairs(record.get("ocel:ovmap")):
        out.add("object_values", name, key, None, value)


def _pairs(found: Any) -> Iterator[tuple[str, str | None]]:
    yield from ((key, _text(value)) for key, value in found.items()) if isinstance(found, dict) else ()


_TAKEN = {
    "events": _event,
    "objects": _object,
    "ocel:events": _event_of_1_0,
    "ocel:objects": _object_of_1_0,
}
