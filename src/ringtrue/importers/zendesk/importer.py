"""Reads exports of Zendesk. Requesters are users here; their organisation is the customer."""

from pathlib import Path

from ringtrue.importers.described.columns import Columns
from ringtrue.importers.described.kinds import is_without_use, told_by
from ringtrue.importers.reading import peek
from ringtrue.importers.reading.tables import table_name
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile

PACKAGE = "ringtrue.importers.zendesk"


class ZendeskImporter:
    """Tickets, their histories and clocks, people, groups, schedules; as JSON, JSON lines or CSV; tables of connectors."""

    name = "zendesk"
    title = "Zendesk (incremental exports as JSON or JSON lines, the account's CSV)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure where columns have names that only Zendesk uses; never by a number and a date alone."""
        for table in peek(source, work, settings).tables:
            called = (table.name, table_name(source.name))
            kind = told_by(PACKAGE, Columns(table.columns), called)
            if kind:
                return Recognition(sure=kind.sure, because=f"its columns are those of Zendesk ({kind.title})")
            if is_without_use(PACKAGE, table.columns, called):
                return Recognition(sure=0.7, because="it is a table of Zendesk without use here")
        return Recognition(sure=0)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """One raw table for each sort of record. Raises ``UnreadableInput`` where the file is no table."""
        from ringtrue.importers.described.file import Tool, read_described
        from ringtrue.importers.zendesk.look import look

        tool = Tool(self.name, PACKAGE, "Zendesk", lambda columns: {}, look)
        return read_described(tool, source, work, settings, mapping)


IMPORTER = ZendeskImporter()
