"""The words of Zendesk for states, sorts and fields, ready for the descriptions of its tables."""

from pathlib import Path

from duckdb import DuckDBPyConnection

from ringtrue.importers.described.columns import Columns
from ringtrue.importers.described.file import Looked
from ringtrue.importers.described.kinds import Kind, words
from ringtrue.model.source import RawTable, SourceFile

PACKAGE = "ringtrue.importers.zendesk"


def look(connection: DuckDBPyConnection, raw: RawTable, kind: Kind, source: SourceFile, work: Path) -> Looked:
    """The columns of the table, and the tool's words."""
    known = words(PACKAGE)
    values = {name: known[name] for name in ("states", "kinds", "fields", "roles", "priorities")}
    return Looked(Columns(raw.columns), values)
