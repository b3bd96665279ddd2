"""Reads tables of any origin: CSV, workbooks, JSON and Parquet, canonical or not."""

from pathlib import Path

from ringtrue.importers.reading import peek
from ringtrue.importers.tabular.naming import is_canonical
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile

CANONICAL, ANY_TABLE, ANYTHING = 0.99, 0.2, 0.01


class TabularImporter:
    """Canonical tables as they are; other tables by what their columns are called and look like."""

    name = "tabular"
    title = "Tables as CSV, Excel, LibreOffice, JSON or Parquet"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """As good as certain of canonical tables. Other tables it takes where nobody else does, and says why it cannot
        read the rest."""
        tables = peek(source, work, settings).tables
        canonical = [table.name for table in tables if is_canonical(table.name, table.columns)]
        if canonical:
            return Recognition(sure=CANONICAL, because=f"{', '.join(canonical)} named and laid out as here")
        if tables:
            return Recognition(sure=ANY_TABLE, because="it is a table")
        return Recognition(sure=ANYTHING, because="no other importer reads it either")

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """Every table of the file, with the mapping given or one that is sure.

        Raises ``MappingIncomplete`` with a ``proposal`` where columns are not sure, ``UnreadableInput``
        where it is no table.
        """
        from ringtrue.importers.tabular.file import read_file

        return read_file(source, work, settings, mapping)


IMPORTER = TabularImporter()
