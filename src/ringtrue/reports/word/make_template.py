"""Makes the template that is shipped: ``python -m ringtrue.reports.word.make_template``. It can then be changed by hand in Word."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Twips

from ringtrue.reports.word.blocks import FULL_WIDTH, NAME_WIDTH
from ringtrue.reports.word.filling import set_properties
from ringtrue.reports.word.package import same_bytes
from ringtrue.reports.word.template_styles import set_styles
from ringtrue.reports.word.template_text import COMPLETE, LINES, NEW_PAGES, QUESTIONS, UNPLANNED

PLACE = Path(__file__).with_name("templates") / "report.docx"


def template() -> bytes:
    """The template as a Word document."""
    document = Document()
    set_styles(document)
    _page(document)
    for style, text in LINES:
        if style:
            line = document.add_paragraph(text, style=style)
            line.paragraph_format.page_break_before = text in NEW_PAGES or None
        else:
            _MADE[text](document)
    set_properties(document, "Audit report", "Template", "en")
    made = BytesIO()
    document.save(made)
    return same_bytes(made.getvalue())


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.different_first_page_header_footer = True
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.add_run("{{ title.audit }}\t{{ words.report }}")
    footer.add_run("{{ title.about[-1].text }}\t{{ words.page }} ")
    _field(footer, "PAGE", "1")
    footer.add_run(" {{ words.of }} ")
    _field(footer, "NUMPAGES", "1")


def _field(line: Any, instruction: str, shown: str) -> None:
    for kind in ("begin", "", "separate", "shown", "end"):
        run = line.add_run()._r
        if kind == "shown":
            words = OxmlElement("w:t")
            words.text = shown
            run.append(words)
        elif kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
        else:
            told = OxmlElement("w:instrText")
            told.text = f" {instruction} "
            told.set(qn("xml:space"), "preserve")
            run.append(told)


def _contents(document: Any) -> None:
    _field(document.add_paragraph(), 'TOC \\o "1-2" \\h \\z \\u', "…")


def _questions(document: Any) -> None:
    wide = (4100, 1600, FULL_WIDTH - 5700)
    grid = _table(document, 4, wide)
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for place, (name, field) in enumerate(QUESTIONS):
        _write(grid.cell(0, place), f"{{{{ words.{name} }}}}", "Table Head")
        _write(grid.cell(2, place), field, "Table Text")
    _write(grid.cell(1, 0), "{%tr for card in questions %}", "Table Text")
    _write(grid.cell(3, 0), "{%tr endfor %}", "Table Text")
    document.add_paragraph(style="After Table")


def _complete(document: Any) -> None:
    lines = ["{%tr if not planned %}", *UNPLANNED, "{%tr endif %}", *COMPLETE]
    grid = _table(document, len(lines), (NAME_WIDTH + 900, FULL_WIDTH - NAME_WIDTH - 900))
    grid._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:firstRow"), "0")
    grid._tbl.tblPr.find(qn("w:tblLook")).set(qn("w:val"), "0400")
    for place, name in enumerate(lines):
        condition = name.startswith("{%")
        _write(grid.cell(place, 0), name if condition else f"{{{{ words.{name} }}}}", "Table Text")
        _write(grid.cell(place, 1), "" if condition else "[ … ]", "Table Text")
    document.add_paragraph(style="After Table")


def _table(document: Any, rows: int, wide: tuple[int, ...]) -> Any:
    grid = document.add_table(rows, len(wide))
    grid.style, grid.autofit = document.styles["Ringtrue Table"], False
    for row in grid.rows:
        for cell, width in zip(row.cells, wide, strict=True):
            cell.width = Twips(width)
    for column, width in zip(grid.columns, wide, strict=True):
        column.width = Twips(width)
    return grid


def _write(cell: Any, text: str, style: str) -> None:
    cell.paragraphs[0].text, cell.paragraphs[0].style = text, style


_MADE = {"contents": _contents, "questions": _questions, "complete": _complete}

if __name__ == "__main__":
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_bytes(template())
