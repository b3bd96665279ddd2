"""How a source is read: its mapping, and the first rows of its tables beside it, for a person who checks or corrects it."""

import tempfile
from collections.abc import Mapping as Dict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ringtrue.importers.given import settings_of
from ringtrue.importers.mapping_file import from_toml
from ringtrue.importers.reading import PeekTable, peek
from ringtrue.model.source import Mapping, ReadSettings, SourceFile


@dataclass(frozen=True)
class SourceMapping:
    """``content`` and ``text`` are the mapping's; ``notes`` what was assumed, or is still to be told; ``tables`` how the file begins.

    ``is_proposal``: it was not sure, and nothing is loaded until somebody says so. Both are empty for canonical tables.
    """

    content: Dict[str, Any]
    text: str
    notes: tuple[str, ...]
    tables: tuple[PeekTable, ...]
    is_proposal: bool


def preview(source: SourceFile, written: Path, proposal: Path, zone: str, rows: int = 5) -> SourceMapping:
    """The mapping that stands in ``written``, else the one proposed, with the first rows. ``UnreadableInput`` where it is no mapping."""
    place = written if written.exists() else proposal
    text = place.read_text("utf-8-sig") if place.exists() else ""
    mapping = from_toml(text, place.name) if text else Mapping(content={})
    with tempfile.TemporaryDirectory(prefix="ringtrue-") as work:
        look = peek(source, Path(work), settings_of(mapping, ReadSettings(zone=zone)))
    tables = tuple(PeekTable(one.name, one.columns, one.rows[:rows]) for one in look.tables)
    return SourceMapping(mapping.content, text, _notes(text), tables, bool(text) and not written.exists())


def _notes(text: str) -> tuple[str, ...]:
    """The comments of a mapping that tell an assumption."""
    return tuple(line.removeprefix("# - ") for line in text.splitlines() if line.startswith("# - "))
