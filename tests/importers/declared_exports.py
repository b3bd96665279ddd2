"""An export on its way into the canonical tables, for importers that consist of declarations."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ringtrue.engine.database.connect import connection
from ringtrue.engine.loading.load import load
from ringtrue.engine.loading.outcome import Incoming
from ringtrue.importers.declared.declared import DeclaredImporter
from ringtrue.model.source import ReadSettings, SourceFile


@dataclass(frozen=True)
class Taken:
    """What became of files: the rows of a query, counts by file, what was assumed, load issues."""

    rows: list[tuple[Any, ...]]
    read: dict[str, int]
    loaded: dict[str, int]
    rejected: dict[str, int]
    assumptions: list[str]


def take(importer: DeclaredImporter, paths: list[Path], query: str, work: Path) -> Taken:
    """Load these files as one audit does, and ask a query of the tables."""
    incoming = []
    for path in paths:
        read = importer.read(SourceFile(path=path, name=path.name), work, ReadSettings())
        incoming.append(Incoming(file=path.name, read=read, mapping=read.mapping))
    with connection() as database:
        outcome = load(database, incoming, "UTC")
        assert not outcome.errors
        rows = database.execute(query).fetchall()
    notes = [note for path in paths for note in outcome.assumptions[path.name]]
    return Taken(rows, outcome.rows, outcome.loaded, outcome.rejected, notes)
