"""The styles of the template that is shipped: fonts, colours, spaces, numbers of headings, looks of tables."""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

BODY, HEADS = "Calibri", "Cambria"
INK, QUIET, LINE, ACCENT = "1D1D1B", "5B5B57", "D9D7CF", "2D4F7C"


@dataclass(frozen=True, kw_only=True)
class Look:
    """A paragraph style: sizes and spaces in points."""

    name: str
    based: str = "Normal"
    size: float | None = None
    bold: bool | None = None
    colour: str | None = None
    font: str | None = None
    before: float = 0
    after: float = 0
    keep: bool = False
    left: float | None = None


PARAGRAPHS = (
    Look(name="Title", size=32, bold=True, font=HEADS, colour=INK, before=4, after=4),
    Look(name="Subtitle", size=16, colour=INK, font=BODY, after=40),
    Look(name="Kicker", size=12, colour=QUIET, before=150),
    Look(name="Contents Heading", size=18, bold=True, font=HEADS, after=10),
    Look(name="Heading 1", size=18, bold=True, font=HEADS, colour=INK, before=26, after=8, keep=True),
    Look(name="Heading 2", size=14, bold=True, font=HEADS, colour=INK, before=18, after=6, keep=True),
    Look(name="Heading 3", size=12, bold=True, font=HEADS, colour=INK, before=16, after=4, keep=True),
    Look(name="Lead", size=11, bold=True, font=BODY, colour=INK, before=14, after=4, keep=True),
    Look(name="Small Heading", size=10, bold=True, before=8, after=3, keep=True),
    Look(name="Summary", size=13, font=HEADS, after=8),
    Look(name="Intro", after=5, keep=True),
    Look(name="Role", size=9, colour=QUIET, before=3, after=1, keep=True),
    Look(name="Note", size=9, colour=QUIET, after=6),
    Look(name="Box", size=10, before=6, after=6, left=8),
    Look(name="Table Text", size=9),
    Look(name="Table Head", size=8.5, bold=True, colour=QUIET, keep=True),
    Look(name="Table Note", size=8, colour=QUIET),
    Look(name="After Table", size=4, after=4),
    Look(name="Figure", before=2, after=4),
    Look(name="Figure Title", size=9.5, bold=True, before=8, after=2, keep=True),
    Look(name="Figure Keys", size=8.5, after=2, keep=True),
    Look(name="List Bullet", after=2),
    Look(name="List Number", after=3),
    Look(name="Header", size=8.5, colour=QUIET),
    Look(name="Footer", size=8.5, colour=QUIET),
    Look(name="TOC 1", bold=True, before=5, after=1),
    Look(name="TOC 2", after=1, left=12),
    Look(name="TOC 3", size=9.5, colour=QUIET, after=0.5, left=28),
)
CHARACTERS = {"Against": "A3341F", "For": "1F6B45", "Open": "7A5C12", "Quiet": QUIET, "Code": INK}


def set_styles(document: Any) -> None:
    """Give a document the styles of the report."""
    _normal(document)
    for look in PARAGRAPHS:
        _paragraph(document, look)
    for name, colour in CHARACTERS.items():
        _character(document, name, colour)
    _contents_tabs(document)
    _right_tab(document.styles["Header"])
    _right_tab(document.styles["Footer"])
    _box(document.styles["Box"])
    document.styles.element.append(parse_xml(_TABLE))
    document.styles.element.append(parse_xml(_TERMS))
    _number_headings(document)


def _normal(document: Any) -> None:
    normal = document.styles["Normal"]
    normal.font.size, normal.font.color.rgb = Pt(10.5), RGBColor.from_string(INK)
    _font(normal, BODY)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.1


def _paragraph(document: Any, look: Look) -> None:
    style = _style(document, look.name, WD_STYLE_TYPE.PARAGRAPH)
    if look.name not in ("List Bullet", "List Number", "Header", "Footer"):
        style.base_style = document.styles[look.based]
    if look.font:
        _font(style, look.font)
    if look.size:
        style.font.size = Pt(look.size)
    style.font.bold, style.font.italic = look.bold, None
    if look.colour:
        style.font.color.rgb = RGBColor.from_string(look.colour)
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.keep_with_next = look.keep or None
    if look.left is not None:
        form.left_indent = Pt(look.left)
    if look.name in ("Title", "Subtitle"):
        for line in style.element.iter(qn("w:pBdr")):
            line.getparent().remove(line)
            break
    style.hidden, style.quick_style = False, True


def _character(document: Any, name: str, colour: str) -> None:
    style = _style(document, name, WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.bold = True if name in ("Against", "For", "Open") else None
    if name == "Code":
        style.font.size = Pt(8)
        _font(style, "Consolas")


def _style(document: Any, name: str, kind: Any) -> Any:
    known = {style.name.lower(): style for style in document.styles}
    found = known.get(name.lower())
    if found is None:
        found = document.styles.add_style(name, kind)
    found.element.set(qn("w:styleId"), name.replace(" ", ""))
    return found


def _font(style: Any, name: str) -> None:
    style.font.name = name
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for kind in list(fonts.attrib):
        if kind.endswith("Theme") or "Theme" in kind:
            del fonts.attrib[kind]
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), name)


def _contents_tabs(document: Any) -> None:
    for level, number in ((1, 480), (2, 900), (3, 1400)):
        style = document.styles[f"TOC {level}"].element
        tabs = parse_xml(
            f'<w:tabs {nsdecls("w")}><w:tab w:val="left" w:pos="{number}"/>'
            '<w:tab w:val="right" w:leader="dot" w:pos="9600"/></w:tabs>'
        )
        style.get_or_add_pPr()._insert_tabs(tabs)
        style.find(qn("w:name")).set(
            qn("w:val"), f"toc {level}"
        )  # the name by which Word knows it as its own
        style.attrib.pop(qn("w:customStyle"), None)


def _right_tab(style: Any) -> None:
    """The end of the line is the only tab of headers and footers."""
    look = style.element.get_or_add_pPr()
    for old in look.findall(qn("w:tabs")):
        look.remove(old)
    look._insert_tabs(parse_xml(f'<w:tabs {nsdecls("w")}><w:tab w:val="right" w:pos="9600"/></w:tabs>'))


def _box(style: Any) -> None:
    look = style.element.get_or_add_pPr()
    border = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="{ACCENT}"/></w:pBdr>'
    )
    shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="F4F2EC"/>')
    spacing = look.find(qn("w:spacing"))
    spacing.addprevious(border)
    spacing.addprevious(shade)


def _number_headings(document: Any) -> None:
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{level + 1}"/>'
        f'<w:suff w:val="tab"/><w:lvlText w:val="{".".join(f"%{n + 1}" for n in range(level + 1))}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{wide}"/></w:tabs><w:ind w:left="{wide}" w:hanging="{wide}"/></w:pPr></w:lvl>'
        for level, wide in enumerate((560, 700, 850))
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    first = numbering.find(qn("w:num"))
    first.addprevious(abstract)
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in range(3):
        look = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr()
        number = OxmlElement("w:numPr")
        for tag, value in (("w:ilvl", level), ("w:numId", 77)):
            part = OxmlElement(tag)
            part.set(qn("w:val"), str(value))
            number.append(part)
        look._insert_numPr(number) if hasattr(look, "_insert_numPr") else look.append(number)


_EDGES = f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>'
_MARGINS = (
    '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
    '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>'
)
_TABLE = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="RingtrueTable"><w:name w:val="Ringtrue Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>{_EDGES}</w:tblBorders>'
    f'{_MARGINS.format(left=80)}</w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{QUIET}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
)
_TERMS = (
    f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="RingtrueTerms"><w:name w:val="Ringtrue Terms"/>'
    f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr>{_MARGINS.format(left=0)}</w:tblPr></w:style>'
)
