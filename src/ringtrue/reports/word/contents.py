"""The table of contents, filled in so that it can be read before Word has counted the pages; Word does that when it opens the file."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

LEVELS = 3
"""Levels of headings that can be listed."""


def fill_contents(document: Any) -> None:
    """Put the headings into each table of contents, each with a link to its heading."""
    styles = {f"Heading {level}": level for level in range(1, LEVELS + 1)}
    headings = [(styles[one.style.name], one) for one in document.paragraphs if one.style.name in styles]
    entries = list(_entries(headings, _numbered(document)))
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if deepest := _deepest(paragraph):
            _fill(paragraph, [entry for entry in entries if entry[0] <= deepest])
    drop_loose_links(document.element.body)


def drop_loose_links(body: Any) -> None:
    """Links to places that the template left out become plain text."""
    names = {one.get(qn("w:name")) for one in body.iter(qn("w:bookmarkStart"))}
    for link in list(body.iter(qn("w:hyperlink"))):
        if (anchor := link.get(qn("w:anchor"))) and anchor not in names:
            for child in list(link):
                link.addprevious(child)
            link.getparent().remove(link)


def _numbered(document: Any) -> bool:
    style = next((one for one in document.styles if one.name == "Heading 1"), None)
    return style is not None and style.element.find(f".//{qn('w:numPr')}") is not None


def _deepest(paragraph: Any) -> int:
    """Down to which level a table of contents that begins here goes; 0 where none does."""
    told = "".join(one.text or "" for one in paragraph.iter(qn("w:instrText"))).strip()
    if not told.startswith("TOC"):
        return 0
    levels = re.search(r'\\o\s+"\d-(\d)"', told)
    return min(int(levels[1]), LEVELS) if levels else LEVELS


def _entries(headings: Sequence[tuple[int, Any]], numbered: bool) -> Iterator[tuple[int, str, str]]:
    counts = [0] * LEVELS
    for place, (level, heading) in enumerate(headings, 1):
        counts[level - 1] += 1
        counts[level:] = [0] * (LEVELS - level)
        name = f"_Toc{place:08d}"
        _mark(heading._p, name, 900_000 + place)
        number = ".".join(map(str, counts[:level])) if numbered else ""
        yield level, f"{number}\t{heading.text}" if number else heading.text, name


def _mark(paragraph: Any, name: str, number: int) -> None:
    for kind, place in (("w:bookmarkEnd", 0), ("w:bookmarkStart", 0)):
        element = OxmlElement(kind)
        element.set(qn("w:id"), str(number))
        if kind == "w:bookmarkStart":
            element.set(qn("w:name"), name)
        after = paragraph.pPr
        if after is None:
            paragraph.insert(place, element)
        else:
            after.addnext(element)


def _fill(paragraph: Any, entries: Sequence[tuple[int, str, str]]) -> None:
    """The field's old content gives way to the entries; its beginning stands in the first of them, its end in the last."""
    runs = list(paragraph.iter(qn("w:r")))
    kinds = [_kind(run) for run in runs]
    if not entries or "separate" not in kinds or "end" not in kinds:
        return
    start, stop = kinds.index("separate") + 1, kinds.index("end")
    lines = [_entry(level, text, name) for level, text, name in entries]
    for run in reversed(runs[:start]):
        lines[0].pPr.addnext(run)
    for run in runs[stop:]:
        lines[-1].append(run)
    for line in lines:
        paragraph.addprevious(line)
    paragraph.getparent().remove(paragraph)


def _kind(run: Any) -> str:
    mark = run.find(qn("w:fldChar"))
    return str(mark.get(qn("w:fldCharType"))) if mark is not None else ""


def _entry(level: int, text: str, name: str) -> Any:
    paragraph = OxmlElement("w:p")
    look = OxmlElement("w:pPr")
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), f"TOC{level}")
    look.append(style)
    paragraph.append(look)
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    parts = text.split("\t")
    for place, part in enumerate(parts):
        run = OxmlElement("w:r")
        if place:
            run.append(OxmlElement("w:tab"))
        words = OxmlElement("w:t")
        words.text = part
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        link.append(run)
    for run in _page_number(name):
        link.append(run)
    paragraph.append(link)
    return paragraph


def _page_number(name: str) -> Iterator[Any]:
    tab = OxmlElement("w:r")
    tab.append(OxmlElement("w:tab"))
    yield tab
    for kind in ("begin", "", "separate", "end"):
        run = OxmlElement("w:r")
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = f" PAGEREF {name} \\h "
            instruction.set(qn("xml:space"), "preserve")
            run.append(instruction)
        yield run
