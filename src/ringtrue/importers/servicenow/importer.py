"""Reads exports of ServiceNow: lists, snapshots at each update, histories, and the tables of connectors."""

from collections.abc import Sequence
from pathlib import Path

from ringtrue.importers.reading import PeekTable, peek
from ringtrue.importers.reading.tables import table_name
from ringtrue.importers.servicenow.fields import fields_of
from ringtrue.importers.servicenow.kinds import Told, told_by
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile


class ServiceNowImporter:
    """Lists and histories of ServiceNow as CSV or Excel, with names or labels as columns."""

    name = "servicenow"
    title = "ServiceNow (lists and histories as CSV or Excel)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure where columns have names or labels that only ServiceNow uses; never by a number and a date alone."""
        told = [_told(table, source.name) for table in peek(source, work, settings).tables]
        best = max(told, key=lambda one: one.sure, default=Told(None, 0))
        return Recognition(sure=best.sure, because=best.because)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """One raw table for each sort of record. Raises ``UnreadableInput`` where the file is no table."""
        from ringtrue.importers.servicenow.file import read_file

        return read_file(source, work, settings, mapping)


IMPORTER = ServiceNowImporter()


def _told(table: PeekTable, file: str) -> Told:
    rows: Sequence[dict[str, str]] = [dict(zip(table.columns, row, strict=False)) for row in table.rows]
    return told_by(fields_of(table.columns), (table.name, table_name(file)), rows)
