"""Reads event logs in XES: one raw table of events in the file's order, with their traces' attributes."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ringtrue.importers.reading.place import place
from ringtrue.importers.reading.plain import head_of, plain_file
from ringtrue.importers.xes.columns import Columns, Prefixes
from ringtrue.importers.xes.events import EventReader
from ringtrue.importers.xes.recognition import recognise_head
from ringtrue.importers.xes.rows import RowWriter
from ringtrue.model.progress import Pace, Told
from ringtrue.model.source import Mapping, RawTable, ReadResult, ReadSettings, Recognition, SourceFile

CHUNK = 1 << 18


class XesImporter:
    """Event logs in XES 1.0 and 2.0, plain or packed."""

    name = "xes"
    by_head = True
    title = "Event log in XES (process mining)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure where the outermost element is a log of events and says so, or holds what only XES has."""
        return recognise_head(head_of(source), source.name)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """One raw table ``events``. Raises ``UnreadableInput`` where the file is not a whole, sound log."""
        plain = plain_file(source, work)
        target = place(source, work) / "events.ndjson"
        reader = _read_events(plain.path, source.name, target, settings.told)
        return _result(reader, target, source.name, plain.assumptions, mapping)


IMPORTER = XesImporter()


def _read_events(path: Path, file: str, target: Path, told: Told) -> EventReader:
    reader = _read_once(path, file, target, {}, told)
    return _read_once(path, file, target, reader.late, told) if reader.late else reader


def _read_once(
    path: Path, file: str, target: Path, given: dict[int, dict[str, str]], told: Told
) -> EventReader:
    pace = Pace(told, path.stat().st_size)
    with RowWriter(file, target) as rows:
        reader = EventReader(Columns(file, Prefixes()), rows, given)
        reader.read(_chunks(path, lambda read: pace.at(rows.rows, read)))
    return reader


def _chunks(path: Path, at: Callable[[int], None]) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk
            at(file.tell())


def _result(
    reader: EventReader, target: Path, file: str, assumptions: tuple[str, ...], mapping: Mapping | None
) -> ReadResult:
    from ringtrue.importers.xes.log import Log, small_database, stored
    from ringtrue.importers.xes.meaning import meaning_of

    with small_database(target.parent) as database:
        log = Log(
            stored(database, target, reader.columns), reader.columns, reader.rows.rows, reader.seen, database
        )
        content, notes = meaning_of(log, file, mapping)
        table = RawTable(name="events", relation=log.relation, columns=log.names, rows=log.rows, is_file=True)
    return ReadResult(
        importer="xes", tables=(table,), mapping=Mapping(content=content), assumptions=(*assumptions, *notes)
    )
