"""Reads a log as a stream of XML: one call for each event, whatever the size of the file."""

from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers import expat

from ringtrue.importers.xes.columns import Columns, Level
from ringtrue.importers.xes.rows import RowWriter, as_json, opening
from ringtrue.importers.xes.seen import NAMED, Place, Seen
from ringtrue.importers.xes.shapes import Run, Shape, Shapes
from ringtrue.model.errors import UnreadableInput

LONGEST_ELEMENT = 4_000_000
DEEPEST = 200
MOST_NAMES = 5_000
MOST_WAITING = 200_000
MOST_LATE = 20_000_000

VALUES = ("string", "date", "int", "float", "boolean", "id")
LISTS = ("list", "container")


class EventReader:
    """Hands every event of a log to a ``RowWriter``, with the attributes of its trace.

    No document type is accepted: a log needs none, and it is the door for entity bombs and for reading other
    files. Attributes of a trace that stand behind its first event are collected in ``late``: a second reading
    that is given them has them in time.
    """

    def __init__(
        self, columns: Columns, rows: RowWriter, given: dict[int, dict[str, str]] | None = None
    ) -> None:
        self.columns, self.rows, self.given = columns, rows, given or {}
        self.file = columns.file
        self.seen = Seen()
        self.late: dict[int, dict[str, str]] = {}
        self._late_size = 0
        self._fed = 0
        self._depth, self._inside, self._place = 0, 1, Place.NOWHERE
        self._outer: list[Place] = []
        self._openings: dict[Level, dict[str, str]] = {"event": {}, "trace": {}}
        self._keys: dict[str, str] = {}
        self._values: dict[str, str] = {}
        self._trace_values: dict[str, str] = {}
        self._trace_json = ""
        self._trace_events = 0
        self._line = 0
        self._name = opening(columns.code("trace", "concept:name"))
        self._kinds: dict[str, str] = {}
        self._shapes = Shapes()
        self._patterns: dict[Shape, tuple[str, int, int]] = {}
        self._parser = self._new_parser()

    def read(self, chunks: Iterable[bytes], shortcut: bool = True) -> None:
        """Read the whole log. Raises ``UnreadableInput`` with the line where it is not a sound log.

        Without the ``shortcut`` every element goes through the parser; the outcome is the same.
        """
        counted = self._counted(chunks)
        try:
            for data in self._shapes.replaced(counted) if shortcut else counted:
                self._feed(data)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise self._broken(error) from error

    def _counted(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            self.rows.read += len(chunk)
            yield chunk

    def _feed(self, data: bytes) -> None:
        self._parser.Parse(data, False)
        self._fed += len(data)
        if self._shapes.waiting > MOST_WAITING:
            self._refuse("most of its events stand in comments")
        if len(self._parser.intern) > MOST_NAMES:
            self._refuse(f"it has more than {MOST_NAMES:,} different element names")
        if self._fed - self._parser.CurrentByteIndex > LONGEST_ELEMENT:
            self._refuse(f"one element at {self._where()} is longer than {LONGEST_ELEMENT:,} bytes")

    def _new_parser(self) -> Any:
        parser = expat.ParserCreate()
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        return parser

    def _start(self, name: str, attributes: list[str]) -> None:
        self._depth = depth = self._depth + 1
        if depth != self._inside:
            self._deeper(depth)
            return
        kind = self._kinds.get(name) or self._kind(name)
        if kind == "value" and self._place >= Place.TRACE:
            if len(attributes) == 4 and attributes[0] == "key" and attributes[2] == "value" and attributes[1]:
                self._take(attributes[1], attributes[3])
            else:
                self._take_unordered(attributes)
        else:
            self._open(kind, name, attributes)

    def _end(self, name: str) -> None:
        if self._depth < self._inside:
            self._close()
        self._depth -= 1

    def _instruction(self, target: str, data: str) -> None:
        if target != self._shapes.target:
            return
        run = self._shapes.take(data)
        if self._depth + 1 == self._inside and self._place in (Place.LOG, Place.TRACE):
            self._write_run(run)
        elif self._place is Place.NOWHERE or not self._depth:
            self._refuse("its outermost element is <event>")
        elif self._place >= Place.TRACE:
            misplaced = self._depth + 1 == self._inside
            self.seen.unknown += misplaced * len(run.shapes)
            self.seen.nested += len(run.values) + (not misplaced) * len(run.shapes)

    def _write_run(self, run: Run) -> None:
        """Every event of a run; its values go into the pattern of its shape."""
        trace = ""
        if self._place is Place.TRACE:
            trace = self._trace_json or self._begin_events()
            self._trace_events += len(run.shapes)
        else:
            self.seen.loose_events += len(run.shapes)
        line, values, place = self._parser.CurrentLineNumber, run.values, 0
        events: list[tuple[int, str]] = []
        for shape, below in zip(run.shapes, run.lines, strict=True):
            pattern, repeated, count = self._patterns.get(shape) or self._pattern(shape)
            self.seen.repeated += repeated
            events.append((line + below, pattern % tuple(values[place : place + count]) + trace))
            place += count
        self.rows.write_all(events)

    def _pattern(self, shape: Shape) -> tuple[str, int, int]:
        starts = [opening(self.columns.code("event", key)) for key in shape.keys]
        pattern = "".join(
            f'{start}"%s"' if start not in starts[:place] else "%.0s" for place, start in enumerate(starts)
        )
        self._patterns[shape] = pattern, len(starts) - len(set(starts)), len(starts)
        return self._patterns[shape]

    def _take(self, key: str, value: str) -> None:
        start = self._keys.get(key) or self._new_key(key)
        if start in self._values:
            self.seen.repeated += not (self.given and self._trace_events)
        else:
            self._values[start] = value
            if self._place is Place.TRACE and self._trace_events:
                self._take_late(start, value)

    def _take_unordered(self, attributes: list[str]) -> None:
        pairs = _pairs(attributes)
        if pairs.get("key") and "value" in pairs:
            self._take(pairs["key"], pairs["value"])
        else:
            self.seen.incomplete += 1

    def _take_late(self, start: str, value: str) -> None:
        self.late.setdefault(self.seen.traces, {})[start] = value
        self._late_size += len(value) + 100
        if self._late_size > MOST_LATE:
            self._refuse("the attributes of its traces stand behind their events")

    def _new_key(self, key: str) -> str:
        level: Level = "event" if self._place is Place.EVENT else "trace"
        self._openings[level][key] = start = opening(self.columns.code(level, key))
        return start

    def _deeper(self, depth: int) -> None:
        if self._place >= Place.TRACE:
            self.seen.nested += 1
        if depth > DEEPEST:
            self._refuse(f"elements are nested more than {DEEPEST} deep at {self._where()}")

    def _open(self, kind: str, name: str, attributes: list[str]) -> None:
        if self._place is Place.NOWHERE:
            self._open_log(kind, name)
        elif kind == "event" and self._place in (Place.LOG, Place.TRACE):
            self._open_event()
        elif kind == "trace" and self._place is Place.LOG:
            self._open_trace()
        elif kind == "global" and self._place is Place.LOG:
            self._enter(Place.GLOBAL)
        elif kind == "extension" and self._place is Place.LOG:
            pairs = _pairs(attributes)
            self.columns.prefixes.declare(pairs.get("prefix", ""), pairs.get("uri", ""))
        elif self._place is Place.GLOBAL:
            self._note_default(attributes)
        elif self._place >= Place.TRACE:
            self.seen.lists += kind == "list"
            self.seen.unknown += kind != "list"

    def _note_default(self, attributes: list[str]) -> None:
        if len(self.seen.defaults) < 1_000:
            self.seen.defaults.add(_pairs(attributes).get("value", ""))

    def _open_log(self, kind: str, name: str) -> None:
        if kind != "log":
            self._refuse(f"its outermost element is <{name[:80]}>")
        self._enter(Place.LOG)

    def _open_trace(self) -> None:
        self.seen.traces += 1
        self._enter(Place.TRACE)
        self._trace_values = self._values = dict(self.given.get(self.seen.traces, {}))
        self._keys = self._openings["trace"]
        self._trace_json, self._trace_events = "", 0

    def _open_event(self) -> None:
        if self._place is Place.TRACE and not self._trace_events:
            self._begin_events()
        self._enter(Place.EVENT)
        self._values = {}
        self._keys = self._openings["event"]
        self._line = self._parser.CurrentLineNumber

    def _begin_events(self) -> str:
        self._trace_json = f',"t":{self.seen.traces}{as_json(self._trace_values)}'
        return self._trace_json

    def _enter(self, place: Place) -> None:
        self._outer.append(self._place)
        self._place, self._inside = place, self._depth + 1

    def _close(self) -> None:
        place = self._place
        self._place, self._inside = self._outer.pop(), self._depth
        if place is Place.EVENT:
            self._close_event()
        elif place is Place.TRACE:
            self._close_trace()

    def _close_event(self) -> None:
        if self._place is Place.TRACE:
            self._trace_events += 1
            self.rows.write(self._line, as_json(self._values) + self._trace_json)
            self._values, self._keys = self._trace_values, self._openings["trace"]
        else:
            self.seen.loose_events += 1
            self.rows.write(self._line, as_json(self._values))

    def _close_trace(self) -> None:
        name = self._trace_values.get(self._name, "").strip()
        self.seen.unnamed_traces += not name
        if not self._trace_events:
            self.seen.empty_traces += 1
            if name and len(self.seen.empty_names) < NAMED:
                self.seen.empty_names.append(name)

    def _kind(self, name: str) -> str:
        local = name.rpartition(":")[2]
        kind = "value" if local in VALUES else "list" if local in LISTS else local
        if len(self._kinds) < 1_000:
            self._kinds[name] = kind
        return kind

    def _doctype(self, *_: object) -> None:
        self._refuse(f"it declares a document type at {self._where()}, which can make small files enormous")

    def _where(self) -> str:
        return f"line {self._parser.CurrentLineNumber:,}"

    def _refuse(self, found: str) -> None:
        raise UnreadableInput(
            self.file,
            found,
            "an event log in XES, which begins with <log>",
            "Export it again from its source.",
        )

    def _broken(self, error: expat.ExpatError) -> UnreadableInput:
        told = expat.ErrorString(error.code)
        if self._place is Place.NOWHERE and not self.rows.read:
            found = "it is empty"
        else:
            found = (
                f"its XML is broken at line {error.lineno:,} ({told}), after {self.rows.rows:,} whole events"
            )
        remedy = "Fetch or export the file again: a part of it may have been lost on the way."
        return UnreadableInput(self.file, found, "a whole event log in XES, which ends with </log>", remedy)


def _pairs(attributes: list[str]) -> dict[str, str]:
    return dict(zip(attributes[::2], attributes[1::2], strict=True))
