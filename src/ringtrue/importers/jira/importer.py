"""Reads exports of Jira Service Management. Whom Jira calls a customer is a user here; its organisations are the customers."""

from pathlib import Path

from ringtrue.importers.described.columns import Columns
from ringtrue.importers.described.kinds import is_without_use, told_by
from ringtrue.importers.jira.fields import aliases
from ringtrue.importers.reading import peek
from ringtrue.importers.reading.tables import table_name
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile

PACKAGE = "ringtrue.importers.jira"


class JiraImporter:
    """Issues with history, clocks and satisfaction as JSON; lists as CSV or Excel; tables of connectors."""

    name = "jira"
    title = "Jira Service Management (issues as JSON with changelog, issue navigator as CSV)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure where columns have names that only Jira uses; never by a number and a date alone."""
        for table in peek(source, work, settings).tables:
            called = (table.name, table_name(source.name))
            kind = told_by(PACKAGE, Columns(table.columns, aliases(table.columns)), called)
            if kind:
                return Recognition(sure=kind.sure, because=f"its columns are those of Jira ({kind.title})")
            if is_without_use(PACKAGE, table.columns, called):
                return Recognition(sure=0.7, because="it is a table of Jira without use here")
        return Recognition(sure=0)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """One raw table for each sort of record. Raises ``UnreadableInput`` where the file is no table."""
        from ringtrue.importers.described.file import Tool, read_described
        from ringtrue.importers.jira.look import look

        tool = Tool(self.name, PACKAGE, "Jira", aliases, look)
        return read_described(tool, source, work, settings, mapping)


IMPORTER = JiraImporter()
