"""Answers of iTop's REST service: objects by name, turned into a list of objects as they stand, one after another."""

import json
from pathlib import Path
from typing import Any

from ringtrue.importers.reading import plain_file
from ringtrue.importers.reading.place import place
from ringtrue.model.errors import UnreadableInput
from ringtrue.model.source import SourceFile

HEAD = 65_536


def as_list(source: SourceFile, work: Path) -> SourceFile:
    """The same objects as a list, kept in the work folder; the file itself where it is no whole answer of the REST service."""
    kept = place(source, work) / "rest-objects.json"
    if not kept.exists():
        try:
            plain = plain_file(source, work).path
            if not _is_answer(plain) or not _written(plain, kept):
                return source
        except UnreadableInput:
            return source
    return SourceFile(path=kept, name=source.name)


def _is_answer(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and b'"objects"' in head and b"::" in head


def _written(path: Path, kept: Path) -> bool:
    import ijson  # type: ignore[import-untyped]

    part = kept.with_suffix(".part")
    written = 0
    try:
        with path.open("rb") as file, part.open("w", encoding="utf-8") as out:
            out.write("[")
            for name, value in ijson.kvitems(file, "objects"):
                out.write((",\n" if written else "") + _record(name, value))
                written += 1
            out.write("\n]\n")
    except (ijson.JSONError, ValueError, ArithmeticError, RecursionError):
        part.unlink(missing_ok=True)
        return False
    part.replace(kept)
    return written > 0


def _record(name: str, value: Any) -> str:
    """One object with its class and key beside its fields; what cannot be one stays as a text, to be rejected as no object."""
    sort, _, key = name.partition("::")
    if not isinstance(value, dict) or not isinstance(value.get("fields", {}), dict):
        return json.dumps(name)
    try:
        return json.dumps({"class": sort, "key": key, **value.get("fields", {})}, default=str)
    except (RecursionError, ValueError):
        return json.dumps(name)
