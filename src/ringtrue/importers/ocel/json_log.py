"""OCEL in JSON, as a stream: version 2.0 with its lists, version 1.0 with its objects by id."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ringtrue.importers.ocel.refusal import LONGEST, MOST_DEEP, refused
from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.importers.reading.encoding import as_utf8, encoding_of
from ringtrue.importers.reading.structured.flat import scalar
from ringtrue.importers.reading.structured.items import EndsEarlyError, TooLongError, items
from ringtrue.model.progress import Pace, Told, silent

Record = dict[str, Any]

TOO_DEEP = f"objects in it are nested more than {MOST_DEEP} deep"
OUTER = 2
"""Levels around a record: the log, and its list."""


def read_json_log(path: Path, file: str, out: LogWriter, told: Told = silent) -> None:
    """Write every event and object of the log. Raises ``UnreadableInput`` where it is broken, cut off or far too deep."""
    encoding = encoding_of(path, file)
    plain = path if encoding.codec == "utf-8" else as_utf8(path, out.folder, encoding)
    pace = Pace(told, plain.stat().st_size)
    with plain.open(encoding="utf-8", newline="") as text:
        try:
            for part, name, record in items(
                text, 2 * LONGEST, lambda read: pace.at(out.counts["events"], read)
            ):
                if part in _TAKEN:
                    _TAKEN[part](out, name, _sound(record, file))
        except EndsEarlyError as error:
            raise refused(file, "it ends too early: the file is cut off or broken") from error
        except TooLongError as error:
            found = f"one record in it is longer than {LONGEST >> 20} million characters"
            raise refused(file, found) from error
        except RecursionError as error:
            raise refused(file, TOO_DEEP) from error
        except ValueError as error:
            raise refused(file, f"it is no sound JSON ({str(error).splitlines()[0][:100]})") from error


def _sound(record: Any, file: str) -> Record:
    """The record, if it is one; nothing in place of anything else."""
    if not isinstance(record, dict):
        return {}
    if _depth(record) + OUTER > MOST_DEEP:
        raise refused(file, TOO_DEEP)
    return record


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max((_depth(one) for one in inner if isinstance(one, (dict, list))), default=0)


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
