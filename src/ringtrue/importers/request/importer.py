"""Reads the evidence request that came back: every filled sheet is a canonical table."""

from pathlib import Path

from ringtrue.importers.request.recognition import request_in
from ringtrue.model.source import Mapping, ReadResult, ReadSettings, Recognition, SourceFile

OURS, FORMS = 1.0, 0.995
"""It says so itself; or its sheets are forms of tables, with the column for remarks."""


class RequestImporter:
    """The workbook of ``ringtrue request``, known by its sheet About or by the headings of its sheets."""

    name = "request"
    title = "The evidence request workbook, filled in"

    def recognises(self, source: SourceFile, work: Path, settings: ReadSettings) -> Recognition:
        """Certain of a workbook that says what it is."""
        found = request_in(source, work)
        if found is None:
            return Recognition(sure=0)
        if found.says_so:
            return Recognition(sure=OURS, because="its sheet About says that it is an evidence request")
        return Recognition(
            sure=FORMS, because=f"{', '.join(found.sheets)} are laid out as in an evidence request"
        )

    def read(
        self, source: SourceFile, work: Path, settings: ReadSettings, mapping: Mapping | None = None
    ) -> ReadResult:
        """The filled sheets, with the mapping given or the one that their headings tell.

        Raises ``MappingIncomplete`` where it cannot be told how dates or numbers are written, ``UnreadableInput`` where no
        sheet is filled.
        """
        from ringtrue.importers.request.file import read_request

        return read_request(source, work, settings, mapping)


IMPORTER = RequestImporter()
