"""Where in a template something stands: which part, table and row, and the text around it, as its author sees it in Word."""

import re
from typing import Any

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_MARKS = re.compile(r"<[^>]+>")


def place_of(source: str, line: int, root: Any, part: str, name: str = "") -> tuple[str, str]:
    """The placeholder at fault and where it stands. ``source`` is the patched XML, ``line`` the line of the error in it."""
    lines = source.split("\n")
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    tags = _tags(here)
    tag = next((one for one in tags if name and name in one), tags[0] if tags else "")
    before = sum(_tags(one).count(tag) for one in lines[: line - 1]) if tag else 0
    holding = [one for one in root.iter(f"{_WORD}p") if tag and _bare(tag) in _bare(text_of(one))]
    if not holding:
        near = _MARKS.sub("", here).strip()
        return tag, f"{part}{f', near “{near[:80]}”' if near else ''}"
    return tag, told(holding[min(before, len(holding) - 1)], root, part)


def told(paragraph: Any, root: Any, part: str) -> str:
    """A paragraph as its author finds it: the heading above it, table and row, and its text."""
    parts = [part]
    row = next(paragraph.iterancestors(f"{_WORD}tr"), None)
    if row is not None:
        grid = row.getparent()
        parts.append(f"table {list(root.iter(f'{_WORD}tbl')).index(grid) + 1}")
        parts.append(f"row {list(grid.iterchildren(f'{_WORD}tr')).index(row) + 1}")
    parts.append(f"paragraph {list(root.iter(f'{_WORD}p')).index(paragraph) + 1}")
    return f"{', '.join(parts)}, near “{text_of(paragraph).strip()[:80]}”"


def text_of(paragraph: Any) -> str:
    """The text of a paragraph, its placeholders whole."""
    return "".join(one.text or "" for one in paragraph.iter(f"{_WORD}t"))


def _tags(xml: str) -> list[str]:
    return [_MARKS.sub("", found) for found in _TAG.findall(xml)]


def _bare(text: str) -> str:
    """A text without the letters by which a template says that a tag stands for its paragraph, row, cell or run."""
    return re.sub(r"\{(\{|%)(?:p|tr|tc|r)\s", r"{\1", text).replace(" ", "").replace("-", "")
