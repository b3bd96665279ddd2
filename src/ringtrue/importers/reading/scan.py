"""A look at a file that somebody hands in: whether it is a kind that is read here, and no bomb, before it is kept."""

from pathlib import Path

from ringtrue.importers.reading import limits
from ringtrue.importers.reading.kind import HEAD, kind_of, packing
from ringtrue.importers.reading.plain import CHUNK, _reported, _unpacking, check_growth
from ringtrue.importers.reading.spreadsheet.safety import look_through_ods, look_through_xlsx
from ringtrue.importers.reading.tables import EXPECTED, WHAT_IT_IS
from ringtrue.model.errors import UnreadableInput

READ = frozenset({"text", "json", "parquet", "xlsx", "xls", "ods", "packed workbook", "xml", "sqlite"})
"""Kinds that some importer reads."""

MOST_LOOKED_THROUGH = 2 * 2**30
"""Bytes that are unpacked to look; what is longer is looked through when it is loaded."""

PICTURES = (b"<svg", b"<!DOCTYPE svg")


def scan(path: Path, name: str) -> str:
    """The kind of the file. Raises ``UnreadableInput`` for what is empty, no export, damaged, or grows as no export does."""
    if not path.stat().st_size:
        raise UnreadableInput(name, "it is empty", EXPECTED, "Export it again.")
    packed = packing(path)
    start = _look_through(path, packed, name) if packed else _start(path)
    kind = _kind_inside(start, name) if packed else kind_of(start, path)
    if kind == "xml" and any(mark in start[:4000] for mark in PICTURES):
        kind = "picture"
    if kind not in READ:
        found, remedy = WHAT_IT_IS[kind]
        raise UnreadableInput(name, found, EXPECTED, remedy)
    if kind == "xlsx":
        look_through_xlsx(path, name)
    elif kind == "ods":
        look_through_ods(path, name)
    return kind


def _kind_inside(start: bytes, name: str) -> str:
    """The kind of what is packed. A workbook inside is looked through when it is loaded."""
    if start.startswith(b"PK") and (b"[Content_Types].xml" in start or start[30:38] == b"mimetype"):
        return "packed workbook"
    if start.startswith((b"PK", b"\x1f\x8b")):
        raise UnreadableInput(
            name, "an archive lies inside the archive", "one export, packed once", "Unpack it once."
        )
    return kind_of(start)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(HEAD)


def _look_through(path: Path, packed: str, name: str) -> bytes:
    """Unpack to nowhere, and give the beginning."""
    start, seen, size = b"", 0, path.stat().st_size
    with _reported(name), _unpacking(path, packed, name) as file:
        while seen < min(MOST_LOOKED_THROUGH, limits.MAX_EXPANDED) and (chunk := file.read(CHUNK)):
            start = start if len(start) >= HEAD else start + chunk[: HEAD - len(start)]
            seen += len(chunk)
            check_growth(seen, size, name)
    if not seen:
        raise UnreadableInput(name, "what is packed in it is empty", EXPECTED, "Export it again.")
    return start
