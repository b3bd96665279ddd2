"""The look of Word papers: ours, or that of a document of the organisation's own, whose text is left out.

Styles are found by their names, as their ids differ from language to language; those that the document lacks are added from ours.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from ringtrue.reports.headings import headings
from ringtrue.reports.language import words
from ringtrue.reports.parts import Term
from ringtrue.reports.word.blocks import FULL_WIDTH
from ringtrue.reports.word.filling import carry_out, opened
from ringtrue.reports.word.template_styles import set_styles
from ringtrue.reports.word.text import clean

_STYLED = (qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
_WIDE = (qn("w:gridCol"), qn("w:tcW"), qn("w:tblW"))
_TWIPS_TO_EMU = 635


@dataclass(frozen=True)
class Look:
    """An empty document to write into. ``ids`` are its own ids of styles by ours; ``wider`` is its width by ours."""

    document: Any
    ids: dict[str, str] = field(default_factory=dict)
    wider: float = 1.0

    def fitted(self, body: Any) -> Iterator[Any]:
        """Blocks as the document has them: with its ids of styles, and no wider than its lines."""
        for one in body.iter(*_STYLED):
            one.set(qn("w:val"), self.ids.get(one.get(qn("w:val")), one.get(qn("w:val"))))
        if self.wider != 1.0:
            for one in body.iter(*_WIDE):
                if one.get(qn("w:type"), "dxa") == "dxa":
                    one.set(qn("w:w"), str(int(int(one.get(qn("w:w"))) * self.wider)))
        yield from list(body)


def shipped_look() -> Look:
    """The look of the reports."""
    document = Document()
    set_styles(document)
    return Look(document)


def own_look(template: Path, title: str, audit: str, language: str) -> Look:
    """The look of a document. Its header and footer may name ``title.heading`` (the paper) and ``title.audit``.

    TemplateRefused says what is wrong in it and where.
    """
    given = opened(template)
    body = given.docx.element.body
    for block in list(body)[:-1] if body[-1].tag == qn("w:sectPr") else list(body):
        body.remove(block)
    carry_out(given, _context(title, audit, language))
    document = given.docx
    ids = _with_styles(document)
    section = document.sections[-1]
    room = (section.page_width - section.left_margin - section.right_margin) / _TWIPS_TO_EMU
    return Look(document, ids, min(1.0, room / FULL_WIDTH))


class _Named:
    """Values that a template names with a dot."""

    def __init__(self, **values: Any) -> None:
        self.__dict__.update(values)


def _context(title: str, audit: str, language: str) -> dict[str, Any]:
    """The placeholders of headers and footers of reports, with what a paper has for them."""
    told = words(language)
    about = (Term(name="", text=""),)
    return {
        "title": _Named(heading=clean(title), audit=clean(audit), about=about),
        "words": _Named(**headings(told) | {"report": clean(title)}),
        "language": language,
    }


def _with_styles(document: Any) -> dict[str, str]:
    """Add the styles that are lacking; the document's own ids by ours."""
    ours = shipped_look().document.styles.element
    theirs = document.styles.element
    known = {_name(style): style.get(qn("w:styleId")) for style in theirs.iter(qn("w:style"))}
    taken = set(known.values())
    ids: dict[str, str] = {}
    lacking = []
    for style in ours.iter(qn("w:style")):
        own = style.get(qn("w:styleId"))
        ids[own] = known.get(_name(style)) or _free(own, taken)
        if _name(style) not in known:
            lacking.append(style)
    for style in lacking:
        theirs.append(_moved(style, ids))
    return ids


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else str(name.get(qn("w:val"))).casefold()


def _free(id: str, taken: set[str]) -> str:
    return id if id not in taken else f"{id}Ringtrue"


def _moved(style: Any, ids: dict[str, str]) -> Any:
    """A style of ours with the document's ids; without numbers, whose lists stand in another part."""
    moved = deepcopy(style)
    moved.set(qn("w:styleId"), ids[style.get(qn("w:styleId"))])
    for tag in ("w:basedOn", "w:next", "w:link"):
        for one in moved.iter(qn(tag)):
            one.set(qn("w:val"), ids.get(one.get(qn("w:val")), one.get(qn("w:val"))))
    for one in list(moved.iter(qn("w:numPr"))):
        one.getparent().remove(one)
    if moved.get(qn("w:default")):
        del moved.attrib[qn("w:default")]
    return moved
