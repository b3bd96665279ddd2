"""Charts as pictures in a Word document, each with its title, its marks explained, and the same in words for whoever does not see it."""

from io import BytesIO
from typing import Any

from ringtrue.reports.drawings import COLOURS, png
from ringtrue.reports.parts import Figure, Key
from ringtrue.reports.word.text import attribute, paragraph, run

_EMU_PER_CENTIMETRE = 360_000
WIDE = 12.5
"""How wide a chart is, in centimetres."""

_TONES = {"against": COLOURS["against"], "for": COLOURS["for"], "neutral": COLOURS["accent"]}
_MARKS = {"line": "━━ ", "dot": "● ", "rule": "╌╌ "}


def picture(given: Figure, document: Any, language: str) -> str:
    """The XML of a figure; its picture becomes a part of the document."""
    number, image = document.part.get_or_add_image(BytesIO(png(given.chart, language)))
    across = round(WIDE * _EMU_PER_CENTIMETRE)
    down = round(across * image.px_height / image.px_width)
    parts = [paragraph(run(given.title), "FigureTitle", keep=True, text=given.title)]
    if given.keys:
        parts.append(paragraph("".join(map(_key, given.keys)), "FigureKeys", keep=True))
    parts.append(
        paragraph(_drawing(number, across, down, given.title, given.words), "Figure", keep=bool(given.note))
    )
    if given.note:
        parts.append(paragraph(run(given.note), "Note", text=given.note))
    return "".join(parts)


def _key(key: Key) -> str:
    colour = COLOURS["quiet"] if key.shape == "rule" else _TONES[key.tone]
    mark = "╍╍ " if key.dash and key.shape == "line" and key.dash[1:2] > (0,) else _MARKS[key.shape]
    look = f'<w:rPr><w:color w:val="{colour.lstrip("#").upper()}"/></w:rPr>'
    return f'<w:r>{look}<w:t xml:space="preserve">{mark}</w:t></w:r>{run(key.text + "     ")}'


def _drawing(number: str, across: int, down: int, title: str, words: str) -> str:
    size = f'cx="{across}" cy="{down}"'
    names = f"name={attribute(title[:200])} descr={attribute(words)}"
    return (
        "<w:r><w:drawing>"
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {size}/><wp:docPr id="1" {names}/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name={attribute(title[:200])}/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:embed="{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
