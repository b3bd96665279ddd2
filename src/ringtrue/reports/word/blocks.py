"""Whole blocks of a Word document that a template places with ``{{p name }}``: tables, lists of terms, bullets, charts.

A block can be looped over, too: it is a tuple of its rows, terms or texts. Their looks are styles of the template, so that they can
be changed there: table style ``RingtrueTable``; paragraphs ``TableHead``, ``TableText``, ``TableNote``, ``ListBullet``, ``Figure``,
``FigureTitle``, ``Note``; characters ``Against``, ``For``, ``Open``, ``Code``, ``Quiet``.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any

from ringtrue.reports.parts import Cell, Column, Table, Term
from ringtrue.reports.widths import widths
from ringtrue.reports.word.text import attribute, paragraph, run

FULL_WIDTH = 9600
"""The width of the text on a page, in twentieths of a point (170 mm)."""

NAME_WIDTH = 2300
COLOURS = {"against": "Against", "for": "For", "open": "Open", "": ""}


def bookmark(address: str) -> str:
    """The name of a place in the document: letters and digits, at most 40, as Word demands."""
    return f"rt_{sha256(address.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def jump(address: str, inner: str) -> str:
    """Runs that lead to a place in the document; an address outside of it leads nowhere."""
    if not address.startswith("#"):
        return inner
    return f'<w:hyperlink w:anchor="{bookmark(address[1:])}" w:history="1">{inner}</w:hyperlink>'


class Block(tuple[Any, ...]):
    """A tuple that a template can print as a block."""

    xml: str

    def __html__(self) -> str:
        return self.xml


def block(items: Iterable[Any], xml: str) -> Block:
    """A block of these items, drawn as this XML."""
    made = Block(items)
    made.xml = xml
    return made


def bullets(texts: Sequence[str]) -> Block:
    """Texts as a list with bullets."""
    return block(texts, "".join(paragraph(run(text), "ListBullet", text=text) for text in texts))


def term_list(terms: Sequence[Term], items: Iterable[Any]) -> Block:
    """Names and what is said of them, side by side."""
    widths_ = (NAME_WIDTH, FULL_WIDTH - NAME_WIDTH)
    rows = [
        _row(
            [
                _field(run(term.name, "Quiet"), widths_[0], text=term.name),
                _field(run(term.text), widths_[1], text=term.text),
            ]
        )
        for term in terms
    ]
    return block(items, _table("RingtrueTerms", widths_, rows) if rows else "")


def table(given: Table) -> str:
    """A table: its head is repeated on every page, no row is torn."""
    wide = [round(share * FULL_WIDTH) for share in widths(given)]
    head = _row(list(map(_head, given.columns, wide)), head=True)
    rows = [
        _row(
            [
                _cell(cell, column, width, place == 0)
                for place, (cell, column, width) in enumerate(zip(row, given.columns, wide, strict=False))
            ]
        )
        for row in given.rows
    ]
    note = paragraph(run(given.note), "Note", text=given.note) if given.note else ""
    return _table("RingtrueTable", wide, [head, *rows], given.caption) + note


def _table(style: str, wide: Sequence[int], rows: Sequence[str], caption: str = "") -> str:
    told = f"<w:tblCaption w:val={attribute(caption)}/>" if caption else ""
    look = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{told}</w:tblPr>'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    after = '<w:p><w:pPr><w:pStyle w:val="AfterTable"/></w:pPr></w:p>'
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{after}"


def _row(fields: Sequence[str], head: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{''.join(fields)}</w:tr>"


def _head(column: Column, width: int) -> str:
    return _field(run(column.title), width, style="TableHead", right=column.number, text=column.title)


def _cell(cell: Cell, column: Column, width: int, first: bool) -> str:
    style = "Code" if cell.code else COLOURS[cell.colour] or ("Strong" if first else "")
    words = jump(cell.link, run(cell.text, style))
    note = paragraph(run(cell.note), "TableNote", right=column.number, text=cell.note) if cell.note else ""
    return _field(words, width, note, right=column.number, text=cell.text)


def _field(
    inner: str, width: int, more: str = "", style: str = "TableText", right: bool = False, text: str = ""
) -> str:
    look = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
    return f"<w:tc>{look}{paragraph(inner, style, right=right, text=text)}{more}</w:tc>"
