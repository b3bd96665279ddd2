"""Small pieces of OSCAL: properties of ours, prose, tokens, moments, references."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from ringtrue.reports.text import plain

NAMESPACE = "urn:ringtrue:oscal"
"""Whose the properties are that OSCAL itself does not know."""

Piece = dict[str, Any]

_MARKS = re.compile(r"([\\`*<>\[\]{}])|(?<![^\W_])(_)|(_)(?![^\W_])")
_NO_TOKEN = re.compile(r"[^A-Za-z0-9._-]+")


def without_empty(piece: Mapping[str, Any]) -> Piece:
    """The piece without what is not known: OSCAL has no empty lists and no nulls."""
    return {name: value for name, value in piece.items() if value is not None and value not in ([], "", {})}


def line(text: object, otherwise: str = "not named") -> str:
    """Text in one line, without marks that a reader of OSCAL would take for formatting."""
    return prose(" ".join(plain(text, 2_000).split())) or otherwise


def prose(text: object) -> str:
    """Text whose signs stand for themselves, not for formatting: OSCAL reads prose as Markdown."""
    return _MARKS.sub(lambda found: "\\" + found.group(0), plain(text, 20_000))


def string(value: object, otherwise: str = "-") -> str:
    """A value as OSCAL's plain string: one line, never empty; numbers with all their digits."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(plain(value, 2_000).split()) or otherwise


def props(values: Mapping[str, object], remarks: Mapping[str, str] | None = None) -> list[Piece]:
    """Properties in our namespace, by name; what is not known is left out."""
    told = remarks or {}
    return [
        without_empty(
            {"name": token(name), "ns": NAMESPACE, "value": string(value), "remarks": told.get(name)}
        )
        for name, value in values.items()
        if value is not None and value != ""
    ]


def bounds(of: tuple[float, float] | None) -> dict[str, float | None]:
    """Both bounds of an estimate, as values of properties."""
    return {"lower": of[0] if of else None, "upper": of[1] if of else None}


def token(text: str) -> str:
    """The text as OSCAL's token: a letter or ``_`` first, then letters, digits, dots, dashes."""
    kept = _NO_TOKEN.sub("-", text).strip("-") or "unnamed"
    return kept if kept[0].isalpha() or kept[0] == "_" else f"_{kept}"


def moment(text: str | None) -> str | None:
    """A day or time as OSCAL writes it, in UTC; what has no zone counts as UTC; None if it is neither."""
    try:
        found = datetime.fromisoformat((text or "").strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    whole = found if found.tzinfo else found.replace(tzinfo=UTC)
    return whole.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def subjects(uuids: Iterable[str | None]) -> list[Piece]:
    """References to components."""
    return [{"subject-uuid": uuid, "type": "component"} for uuid in uuids if uuid]
