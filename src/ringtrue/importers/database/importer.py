"""Reads what a database answered: Parquet files that say which query they are the answer to."""

from pathlib import Path

from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile


class DatabaseImporter:
    """The answers that ``fetch`` has kept."""

    name = "database"
    title = "Answers of a database to read-only queries (PostgreSQL, MySQL, MariaDB, SQLite)"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Certain of a Parquet file that says so itself."""
        from ringtrue.importers.reading.plain import head_of

        if not head_of(source, 4).startswith(b"PAR1"):
            return Recognition(sure=0)
        from ringtrue.importers.database.answer import told_of

        told = told_of(source, work)
        return Recognition(sure=1, because="it says which query it answers") if told else Recognition(sure=0)

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """The answer as a raw table, with the mapping given or the one that was fetched with it."""
        from ringtrue.importers.database.answer import read_answer

        return read_answer(source, work, settings, mapping)


IMPORTER = DatabaseImporter()
