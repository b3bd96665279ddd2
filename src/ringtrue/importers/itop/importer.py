"""Reads exports of iTop: CSV or Excel with codes or labels, and answers of its REST service as JSON."""

from pathlib import Path

from ringtrue.importers.declared.declared import DeclaredImporter
from ringtrue.importers.itop.rest import as_list
from ringtrue.model.source import SourceFile


class ItopImporter(DeclaredImporter):
    """Adds the form in which the REST service answers: objects by name, not a list."""

    def prepared(self, source: SourceFile, work: Path) -> SourceFile:
        """The objects of the answer as a list; any other file as it is."""
        return as_list(source, work)


IMPORTER = ItopImporter(
    name="itop",
    title="iTop (exports as CSV or Excel with codes or labels; answers of the REST service as JSON)",
    package="ringtrue.importers.itop",
    tool="iTop",
)
