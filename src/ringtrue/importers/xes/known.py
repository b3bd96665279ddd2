"""Logs that are known: which one it is, told by keys and values, and what was taken for what."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ringtrue.importers.xes.log import Log
from ringtrue.model.sql import literal, quoted

Content = dict[str, Any]


@dataclass(frozen=True)
class Known:
    """The mapping of a known log, with the sentences that tell what it assumes."""

    title: str
    content: Content
    notes: tuple[str, ...]


@cache
def mapping_files() -> tuple[tuple[str, Content], ...]:
    """The mappings of all known logs, by name."""
    folder = files("ringtrue.importers.xes") / "mappings"
    return tuple(
        (entry.name, tomllib.loads(entry.read_text("utf-8")))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    )


def known_mapping(log: Log) -> Known | None:
    """The first known log whose keys are there and whose values fit; with other values it is another log."""
    for _, content in mapping_files():
        mark = content["fingerprint"]
        if all(log.has(key) for key in mark["keys"]) and _fits(log, mark["share"]):
            return Known(mark["title"], _without_marks(content), tuple(_notes(log, content["note"])))
    return None


def _fits(log: Log, shares: list[Content]) -> bool:
    counted = log.counts(
        [sql for share in shares for sql in (_matching(share), f"count({quoted(share['key'])})")]
    )
    for share, matching, filled in zip(shares, counted[::2], counted[1::2], strict=True):
        part = matching / filled if filled else 0.0
        if not share.get("at_least", 0) <= part <= share.get("at_most", 1):
            return False
    return True


def _notes(log: Log, notes: list[Content]) -> list[str]:
    """The sentences with their numbers; one about events of which there are none is left out."""
    counts = log.counts([_counted(note) for note in notes])
    return [note["text"].format(n=n, events=log.rows) for note, n in zip(notes, counts, strict=True) if n]


def _counted(note: Content) -> str:
    if "share" in note:
        return _matching(note["share"])
    if "distinct" in note:
        return f"count(distinct {quoted(note['distinct'])})"
    return f"count(*) filter (where {_conditions(note.get('where', {}))})"


def _conditions(where: Mapping[str, str]) -> str:
    return " and ".join(f"{quoted(key)} = {literal(value)}" for key, value in where.items()) or "true"


def _matching(share: Content) -> str:
    return f"count(*) filter (where regexp_matches({quoted(share['key'])}, {literal(share['pattern'])}))"


def _without_marks(content: Content) -> Content:
    return {key: value for key, value in content.items() if key not in ("fingerprint", "note")}
