"""An importer that consists of declarations."""

from pathlib import Path

from ringtrue.importers.declared.kinds import told_by
from ringtrue.importers.reading import peek, table_name
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile


class DeclaredImporter:
    """Reads the tables that the TOML files of its package declare."""

    def __init__(self, name: str, title: str, package: str, tool: str) -> None:
        self.name, self.title, self.package, self.tool = name, title, package, tool

    def prepared(self, source: SourceFile, work: Path) -> SourceFile:
        """The file to read in place of the given one; the same unless a tool has a form of its own."""
        return source

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Sure where columns, labels or the table's name are those that only this tool has."""
        prepared = self.prepared(source, work)
        stem = table_name(source.name)
        told = [
            told_by(self.package, table.columns, (table.name, stem))
            for table in peek(prepared, work, settings).tables
        ]
        best = max(told, key=lambda one: one.sure, default=None)
        if best is None or not best.sure:
            return Recognition(sure=0)
        return Recognition(sure=best.sure, because=f"{self.tool}: {best.because}")

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """Every table of the file with what is computed from it. Raises ``UnreadableInput`` where it is no table."""
        from ringtrue.importers.declared.file import read_file

        return read_file(self, self.prepared(source, work), work, settings, mapping)
