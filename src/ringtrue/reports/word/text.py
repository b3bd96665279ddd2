"""Text inside Word's XML: escaped, and without what XML does not allow."""

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")


def clean(text: str) -> str:
    """The text without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)


def attribute(text: str) -> str:
    """A value of an attribute, in its quotes."""
    return quoteattr(clean(text).replace("\n", " "))


def run(text: str, style: str = "") -> str:
    """A run of text, its line breaks kept. ``style`` is the id of a character style."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = clean(text).replace("\r", "").split("\n")
    inner = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in lines)
    return f"<w:r>{look}{inner}</w:r>"


def paragraph(inner: str, style: str, *, right: bool = False, keep: bool = False, text: str = "") -> str:
    """A paragraph of runs. ``keep``: on one page with the next. ``text`` tells in which direction it is written."""
    look = f'<w:pStyle w:val="{style}"/>'
    look += "<w:keepNext/>" if keep else ""
    look += "<w:bidi/>" if leftwards(text) else ""
    look += '<w:jc w:val="right"/>' if right else ""
    return f"<w:p><w:pPr>{look}</w:pPr>{inner}</w:p>"


def leftwards(text: str) -> bool:
    """Whether the first letter of the text is one of a script that is written from right to left."""
    right, left = _RIGHT_TO_LEFT.search(text), _LEFT_TO_RIGHT.search(text)
    return right is not None and (left is None or right.start() < left.start())
