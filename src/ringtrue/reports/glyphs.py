"""Which characters the fonts that are shipped can draw. What they cannot is written as its number, never as an empty box."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from struct import unpack_from

FONTS = Path(str(files("ringtrue.reports").joinpath("fonts")))
"""The folder of the fonts: Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian, Chinese, Japanese, signs."""

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "DejaVu Sans", "Droid Sans Fallback")
"""Their names, in the order in which they are tried."""

_BREAKS = frozenset("\n\t\r\u00a0\u00ad\u200c\u200d\ufe0e\ufe0f")
"""Characters that no font needs to draw."""


def drawable(text: str) -> str:
    """The text; a character without a shape in our fonts is written as ``[U+D55C]``."""
    known = drawn()
    if text.isascii() or all(ord(one) in known or one in _BREAKS for one in text):
        return text
    return "".join(one if ord(one) in known or one in _BREAKS else f"[U+{ord(one):04X}]" for one in text)


@cache
def drawn() -> frozenset[int]:
    """The code points that at least one of the fonts draws."""
    return frozenset(code for font in sorted(FONTS.glob("*.ttf")) for code in covered(font.read_bytes()))


def covered(font: bytes) -> Iterator[int]:
    """The code points of a TrueType font, from its table ``cmap`` (OpenType specification, formats 4 and 12)."""
    tables = unpack_from(">H", font, 4)[0]
    places = {font[at : at + 4]: unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    cmap = places[b"cmap"]
    for number in range(unpack_from(">H", font, cmap + 2)[0]):
        start = cmap + unpack_from(">I", font, cmap + 8 + 8 * number)[0]
        kind = unpack_from(">H", font, start)[0]
        yield from {4: _segments, 12: _groups}.get(kind, _none)(font, start)


def _none(font: bytes, start: int) -> Iterator[int]:
    return iter(())


def _groups(font: bytes, start: int) -> Iterator[int]:
    for place in range(unpack_from(">I", font, start + 12)[0]):
        first, last, _ = unpack_from(">III", font, start + 16 + 12 * place)
        yield from range(first, last + 1)


def _segments(font: bytes, start: int) -> Iterator[int]:
    many = unpack_from(">H", font, start + 6)[0] // 2
    ends, starts = start + 14, start + 16 + 2 * many
    deltas, offsets = starts + 2 * many, starts + 4 * many
    for place in range(many):
        first, last = (unpack_from(">H", font, at + 2 * place)[0] for at in (starts, ends))
        delta, offset = (unpack_from(">H", font, at + 2 * place)[0] for at in (deltas, offsets))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                glyph = unpack_from(">H", font, offsets + 2 * place + offset + 2 * (code - first))[0]
            if (glyph + delta) & 0xFFFF if glyph or not offset else 0:
                yield code
