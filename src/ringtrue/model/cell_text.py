"""Text as it may stand in a cell of a spreadsheet: never a formula, never longer than a cell, only characters.

A cell that holds text is not calculated, but the same text is, once the sheet has been saved as CSV and opened
again. Hence text that begins like a formula gets an apostrophe in front; ``plain`` takes it off again.
"""

import re

LONGEST = 32_767
"""The most characters that a cell holds (Excel counts those beyond the basic plane twice)."""

CUT = " … [cut]"
"""What stands at the end of a text that was too long for its cell."""

KEPT = "^'('*[ \ufeff]*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20])"
"""For SQL: what ``neutral`` changed; its first group is what stood there before."""

_FORMULA = re.compile(r"'*[ \ufeff]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def cell_text(text: str) -> str:
    """The text for a cell: control characters gone, an apostrophe before what begins like a formula, cut if too long."""
    return cut(neutral(text if text.isprintable() else _UNWANTED.sub("", text.replace("\r\n", "\n"))))


def neutral(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet might take it for a formula."""
    # Most texts begin with a letter or digit: those need no second look.
    return text if text[:1].isalnum() or not _FORMULA.match(text) else f"'{text}"


def plain(text: str) -> str:
    """The text again that ``neutral`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def cut(text: str) -> str:
    """The text, or as much of it as a cell holds, with ``CUT`` at its end."""
    if len(text) * 2 <= LONGEST or _size(text) <= LONGEST:
        return text
    kept = text.encode("utf-16-le")[: (LONGEST - len(CUT)) * 2].decode("utf-16-le", "ignore")
    return kept + CUT


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
