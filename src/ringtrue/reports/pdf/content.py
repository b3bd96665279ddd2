"""An outline as plain JSON for the template: texts that our fonts can draw, long words that can be broken, charts as SVG."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from ringtrue.reports.drawings import svg
from ringtrue.reports.glyphs import FAMILIES, drawable
from ringtrue.reports.headings import headings
from ringtrue.reports.language import words
from ringtrue.reports.numbers import plural
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Figure, Table
from ringtrue.reports.widths import widths

LONGEST_WORD = 18
BREAK = "\u200b"
LONGEST_ID = 12
"""Letters of an id, a path or the like that are kept together: it may stand in a narrow column."""

_LONG = re.compile(rf"[^\s\u00a0-]{{{LONGEST_ID + 1},}}")
_ID = re.compile(r"[\d_]|[./]\w")
_JOINTS = re.compile(r"(?<=[/._|:,;=&?])(?=\w)")


def content(given: Outline) -> dict[str, Any]:
    """What the template reads."""
    told = _told(given, given.language)
    anchors = sorted({"requests", "procedures", *_anchors(given)})
    say = words(given.language)
    more = f"{plural(given.more_leads, 'further lead')} below, by question." if given.more_leads else ""
    fixed = {name: printable(text) for name, text in headings(say).items()}
    return {
        "outline": told,
        "words": fixed,
        "anchors": anchors,
        "fonts": list(FAMILIES),
        "more_leads": say(more),
    }


def printable(text: str) -> str:
    """The text with every character that our fonts lack written as its number, and places to break in long words."""
    return _LONG.sub(lambda found: _breakable(found[0]), drawable(text).replace("\r", ""))


def _breakable(word: str) -> str:
    most = LONGEST_ID if _ID.search(word) else LONGEST_WORD
    if len(word) <= most:
        return word
    return BREAK.join(part for joint in _JOINTS.split(word) for part in _pieces(joint, most))


def _pieces(word: str, most: int) -> list[str]:
    return [word[at : at + most] for at in range(0, len(word), most)]


def _anchors(given: Outline) -> Iterator[str]:
    yield from (one.anchor for one in given.findings.blocks) if given.findings else ()
    for question in given.leads:
        yield f"leads-{question.id}"
        yield from (lead.anchor for claim in question.procedures for lead in claim.leads)


_PLAIN = frozenset({"id", "anchor", "link", "first_link", "language", "colour"})


def _told(given: Any, language: str) -> Any:
    if isinstance(given, str):
        return printable(given)
    if isinstance(given, tuple):
        return [_told(one, language) for one in given]
    if isinstance(given, Figure):
        texts = {name: printable(getattr(given, name)) for name in ("title", "note", "words")}
        keys = [printable(key.text) for key in given.keys]
        return {**texts, "svg": svg(given.chart, language), "keys": keys, "tones": _tones(given)}
    if not is_dataclass(given) or isinstance(given, type):
        return given
    told = {
        name: value if name in _PLAIN else _told(value, language)
        for name, value in ((one.name, getattr(given, one.name)) for one in fields(given))
    }
    return {**told, "widths": list(widths(given))} if isinstance(given, Table) else told


def _tones(given: Figure) -> list[dict[str, Any]]:
    return [{"tone": key.tone, "shape": key.shape, "dash": list(key.dash)} for key in given.keys]
