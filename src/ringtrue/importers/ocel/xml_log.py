"""OCEL 2.0 in XML, as a stream. No document type is accepted, so that nothing can expand or be fetched."""

from pathlib import Path
from typing import Any
from xml.parsers import expat

from ringtrue.importers.ocel.refusal import LONGEST, MOST_DEEP, refused
from ringtrue.importers.ocel.writer import LogWriter
from ringtrue.model.progress import Pace, Told, silent

CHUNK = 1 << 18
MOST_NAMES = 5_000


def read_xml_log(path: Path, file: str, out: LogWriter, told: Told = silent) -> None:
    """Write every event and object of the log. Raises ``UnreadableInput`` with the line where it is not sound."""
    reader = _Reader(file, out)
    fed, pace = 0, Pace(told, path.stat().st_size)
    try:
        with path.open("rb") as opened:
            while chunk := opened.read(CHUNK):
                reader.parser.Parse(chunk, False)
                fed += len(chunk)
                reader.check(fed)
                pace.at(out.counts["events"], fed)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        fault = expat.ErrorString(error.code)
        raise refused(file, f"its XML is broken at line {error.lineno:,} ({fault})") from error


class _Reader:
    def __init__(self, file: str, out: LogWriter) -> None:
        self.file, self.out = file, out
        self.path: list[str] = []
        self.owner: str | None = None
        self.value: tuple[str | None, str | None] | None = None
        self.text: list[str] = []
        self.length = 0
        self.parser = self._new_parser()

    def check(self, fed: int) -> None:
        """Refuse what would fill the memory."""
        if fed - self.parser.CurrentByteIndex > LONGEST:
            self._refuse(f"one element is longer than {LONGEST >> 20} million bytes")
        if len(self.parser.intern) > MOST_NAMES:
            self._refuse(f"it has more than {MOST_NAMES:,} different element names")

    def _new_parser(self) -> Any:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def _start(self, tag: str, given: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        self.path.append(name)
        if len(self.path) > MOST_DEEP:
            self._refuse(f"elements are nested more than {MOST_DEEP} deep")
        depth = len(self.path)
        if depth == 1 and name != "log":
            self._refuse(f"its outermost element is <{name[:80]}>")
        elif depth == 3:
            self._record(name, given)
        elif depth == 5 and self.path[1] in ("events", "objects"):
            self._part(name, given)

    def _record(self, name: str, given: dict[str, str]) -> None:
        inside, line = self.path[1], self.parser.CurrentLineNumber
        self.owner = given.get("id")
        if inside == "events" and name == "event":
            if not given:
                self._refuse("its events are written as in OCEL 1.0")
            self.out.add("events", self.owner, given.get("type"), given.get("time"), line=line)
        elif inside == "objects" and name == "object":
            self.out.add("objects", self.owner, given.get("type"), line=line)

    def _part(self, name: str, given: dict[str, str]) -> None:
        inside, line = self.path[3], self.parser.CurrentLineNumber
        if inside == "attributes" and name == "attribute":
            self.value, self.text, self.length = (given.get("name"), given.get("time")), [], 0
        elif inside == "objects" and name in ("relationship", "object"):
            kind = "event_objects" if self.path[1] == "events" else "object_objects"
            self.out.add(kind, self.owner, given.get("object-id"), given.get("qualifier"), line=line)

    def _characters(self, text: str) -> None:
        if self.value is None:
            return
        self.text.append(text)
        self.length += len(text)
        if self.length > LONGEST:
            self._refuse(f"one value is longer than {LONGEST >> 20} million characters")

    def _end(self, tag: str) -> None:
        if self.value is not None and len(self.path) == 5:
            name, time = self.value
            value, line = "".join(self.text), self.parser.CurrentLineNumber
            if self.path[1] == "events":
                self.out.add("event_values", self.owner, name, value, line=line)
            else:
                self.out.add("object_values", self.owner, name, time, value, line=line)
            self.value = None
        self.path.pop()

    def _doctype(self, *_: object) -> None:
        self._refuse("it declares a document type, which no log needs")

    def _refuse(self, found: str) -> None:
        raise refused(self.file, f"{found} (line {self.parser.CurrentLineNumber:,})")
