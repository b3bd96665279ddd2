"""The writer of Word papers: headings, text, terms, tables and fields to fill in, in the styles of the reports.

    paper = WordPaper("Nonconformity F-001", audit="Northwind", language="en")
    paper.heading("Requirement")
    paper.terms([("Clause", "8.5.1.3")])
    paper.fields([("Root cause", 4)])
    paper.save(place)

Text is text: nothing in it is a field or a placeholder. The same content gives the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from ringtrue.reports.language import words
from ringtrue.reports.parts import Table, Term
from ringtrue.reports.word.text import paragraph, run

_LINE = 340
"""The height of a line to write on, in twentieths of a point."""

_LABEL, _FIELD = 2600, 7000

_SHORT = 4
"""Blocks between a heading and the fields below it that stay together."""

_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = (
    "<w:tblBorders>"
    + "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A9A79F"/>' for edge in _EDGES)
    + "</w:tblBorders>"
)
_MARGINS = (
    '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="80" w:type="dxa"/>'
    '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)


class WordPaper:
    """A Word document being written from the top to the bottom."""

    def __init__(
        self,
        title: str,
        *,
        audit: str,
        language: str = "en",
        subtitle: str = "",
        wide: bool = False,
        look: Path | None = None,
    ) -> None:
        """``look`` is a document whose styles, header, footer and page are taken; TemplateRefused where that cannot be."""
        from ringtrue.papers.look import own_look, shipped_look

        self.title, self.audit, self.language = title, audit, language
        self._look = own_look(look, title, audit, language) if look else shipped_look()
        self._document: Any = self._look.document
        self._page(wide, own=look is not None)
        self._add(paragraph(run(title), "Title", text=title))
        if subtitle:
            self._add(paragraph(run(subtitle), "Subtitle", text=subtitle))

    def heading(self, text: str, level: int = 1) -> None:
        """A numbered heading."""
        self._add(paragraph(run(text), f"Heading{level}", keep=True, text=text))

    def text(self, text: str, style: str = "Normal") -> None:
        """A paragraph; ``style`` is the id of one of the styles of the reports (``Note``, ``Summary``, ``SmallHeading``, ``Box``)."""
        self._add(paragraph(run(text), style, text=text))

    def terms(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Names and what is said of them, side by side."""
        from ringtrue.reports.word.blocks import term_list

        terms = tuple(Term(name=name, text=text) for name, text in pairs)
        if terms:
            self._add(term_list(terms, terms).xml)

    def table(self, table: Table) -> None:
        """A table whose head is repeated on every page."""
        from ringtrue.reports.word.blocks import table as drawn

        self._add(drawn(table))

    def fields(self, pairs: Sequence[tuple[str, int]]) -> None:
        """Fields to fill in: what is asked, and how many lines there are for it. They stay with the question above them."""
        self._keep_with_next()
        rows = "".join(_field(name, lines) for name, lines in pairs)
        look = (
            '<w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{_LABEL + _FIELD}" w:type="dxa"/>{_BORDERS}<w:tblLayout w:type="fixed"/>{_MARGINS}</w:tblPr>'
        )
        grid = f'<w:tblGrid><w:gridCol w:w="{_LABEL}"/><w:gridCol w:w="{_FIELD}"/></w:tblGrid>'
        self._add(
            f'<w:tbl>{look}{grid}{rows}</w:tbl><w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
        )

    def new_page(self) -> None:
        """What follows begins on a new page."""
        self._add('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')

    def save(self, place: Path) -> None:
        """Write the document."""
        from ringtrue.reports.word.package import same_bytes

        self._properties()
        made = BytesIO()
        self._document.save(made)
        place.write_bytes(same_bytes(made.getvalue()))

    def _properties(self) -> None:
        """No clock and no name of a person."""
        from ringtrue.reports.word.text import clean

        own = self._document.core_properties
        own.title, own.subject = clean(self.title)[:255], clean(self.audit)[:255]
        own.author = own.last_modified_by = "Ringtrue"
        own.language, own.comments, own.keywords, own.revision = self.language, "", "", 1
        own.created = own.modified = datetime(2000, 1, 1)

    def _keep_with_next(self) -> None:
        """Keep what stands below the last heading on one page with what follows it, where it is short."""
        from docx.oxml.ns import qn

        headings = {self._look.ids.get(f"Heading{level}", f"Heading{level}") for level in (1, 2, 3)}
        blocks = list(self._document.element.body)[:-1][-_SHORT:]
        while blocks and getattr(blocks[-1], "style", None) not in headings:
            for line in blocks.pop().iter(qn("w:p")):
                line.get_or_add_pPr().keepNext_val = True

    def _add(self, xml: str) -> None:
        """Put blocks of XML at the end of the text, before the properties of the page."""
        from docx.oxml import parse_xml
        from docx.oxml.ns import nsdecls

        body = self._document.element.body
        for block in self._look.fitted(parse_xml(f"<w:body {nsdecls('w', 'r')}>{xml}</w:body>")):
            body.insert(len(body) - 1, block)

    def _page(self, wide: bool, own: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        if own:
            return
        section = self._document.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if wide else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin, section.bottom_margin = Mm(20), Mm(18)
        section.header.paragraphs[0].add_run(f"{self.audit}\t{self.title}")
        footer, told = section.footer.paragraphs[0], words(self.language)
        footer.add_run(f"\t{told('Page')} ")
        _page_number(footer)


def _field(name: str, lines: int) -> str:
    label = f'<w:tc><w:tcPr><w:tcW w:w="{_LABEL}" w:type="dxa"/></w:tcPr>{paragraph(run(name, "Quiet"), "TableText", text=name)}</w:tc>'
    space = f'<w:tc><w:tcPr><w:tcW w:w="{_FIELD}" w:type="dxa"/></w:tcPr>{paragraph("", "TableText")}</w:tc>'
    return f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{lines * _LINE}" w:hRule="atLeast"/></w:trPr>{label}{space}</w:tr>'


def _page_number(line: Any) -> None:
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
