"""Reads object-centric event logs: the events of each case, its changes, and the objects around it."""

from pathlib import Path

from ringtrue.importers.ocel.recognition import recognised
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile


class OcelImporter:
    """OCEL 2.0 as JSON, XML or SQLite; OCEL 1.0 as JSON or CSV; plain or packed."""

    name = "ocel"
    by_head = True
    title = "Object-centric event log in OCEL (process mining)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure of what only these logs have; the name of the file plays no part."""
        return recognised(source, work)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """A raw table for the events of cases, for their changes, and for each role that objects have.

        Raises ``UnreadableInput`` where the file is no whole, sound log.
        """
        from ringtrue.importers.ocel.file import read_log

        return read_log(source, work, settings, mapping)


IMPORTER = OcelImporter()
