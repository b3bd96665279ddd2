"""A template filled in: placeholders replaced, contents listed, properties set; or told what is wrong and where."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError

from ringtrue.model.errors import TemplateRefused
from ringtrue.reports.outline import Outline
from ringtrue.reports.word.contents import fill_contents
from ringtrue.reports.word.package import checked, same_bytes
from ringtrue.reports.word.place import place_of, told
from ringtrue.reports.word.placeholders import placeholders
from ringtrue.reports.word.sandbox import Sandbox, TooMuch
from ringtrue.reports.word.text import clean

_FIXED = datetime(2000, 1, 1)
_REMEDY = "The placeholders are listed in docs/how-to/brand-the-word-report.md."
_ALONE = "Write it alone in its paragraph, with a p: {{p name }}."


class _Template(DocxTemplate):  # type: ignore[misc]
    """docxtpl's template, carried out in our sandbox; text of the data is left as it is, and errors are told with their place."""

    def __init__(self, name: str, content: bytes) -> None:
        super().__init__(BytesIO(content))
        self.file = name

    def render_xml_part(
        self, src_xml: str, part: Any, context: Mapping[str, Any], jinja_env: Sandbox | None = None
    ) -> str:
        source = src_xml.replace("\n", " ").replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ")
        self.current_rendering_part = part
        environment = jinja_env or Sandbox()
        try:
            return environment.shown(source, context).replace("\n<w:p", "<w:p")
        except (TemplateError, TooMuch, TypeError, ValueError, RecursionError) as error:
            raise self._refused(error, source, part) from error

    def _refused(self, error: Exception, source: str, part: Any) -> TemplateRefused:
        where = {"header": "header", "footer": "footer"}.get(str(part.partname).split("/")[-1][:6], "body")
        found = str(error).strip().rstrip(".") or type(error).__name__
        name = found.split('"')[1] if found.count('"') > 1 else ""
        root = getattr(part, "element", None)
        tree = root if root is not None else parse_xml(part.blob)
        tag, place = place_of(source, _line(error), tree, where, name)
        return TemplateRefused(self.file, place, f"{tag}: {found}" if tag else found, _REMEDY)

    def render_properties(self, context: Mapping[str, Any], jinja_env: Any = None) -> None:
        """The properties are ours to set: the template's are not read as templates."""


def _line(error: Exception) -> int:
    """The line of a template in which an error arose."""
    if line := getattr(error, "lineno", None):
        return int(line)
    found, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            found = trace.tb_lineno
        trace = trace.tb_next
    return found


def filled(template: Path, given: Outline) -> bytes:
    """The document of an outline. TemplateRefused names the placeholder and its place."""
    document = opened(template)
    carry_out(document, placeholders(given, document.docx))
    _check_blocks(template.name, document.docx)
    fill_contents(document.docx)
    set_properties(document.docx, given.title.audit, given.title.heading, given.language)
    made = BytesIO()
    document.docx.save(made)
    return same_bytes(made.getvalue())


def opened(template: Path) -> Any:
    """The template, checked and open, with its document as ``docx``. TemplateRefused where it is none."""
    document = _Template(template.name, checked(template))
    try:
        document.init_docx()
    except (KeyError, ValueError, SyntaxError) as error:
        remedy = "Open it in Word and save it again as a Word document (.docx)."
        raise TemplateRefused(template.name, "", f"it cannot be opened ({error})", remedy) from error
    return document


def carry_out(document: Any, context: Mapping[str, Any]) -> None:
    """Replace the placeholders of an open template, in the sandbox. TemplateRefused names the one that is wrong, and its place."""
    try:
        document.render(context, Sandbox(), autoescape=True)
    except SecurityError as error:
        raise TemplateRefused(document.file, "", str(error), _REMEDY) from error


def _check_blocks(file: str, document: Any) -> None:
    body = document.element.body
    for wrong in body.iter(qn("w:tbl"), qn("w:p")):
        outer = next(wrong.iterancestors(qn("w:r")), None)
        if outer is not None and next(wrong.iterancestors(qn("w:txbxContent")), None) is None:
            holder = next(outer.iterancestors(qn("w:p")))
            raise TemplateRefused(
                file, told(holder, body, "body"), "a table, list or picture stands inside a line", _ALONE
            )


def set_properties(document: Any, title: str, subject: str, language: str) -> None:
    """The properties of a document: no clock and no name of a person in them; pages are counted when it is opened."""
    own = document.core_properties
    own.title, own.subject = clean(title)[:255], clean(subject)[:255]
    own.author = own.last_modified_by = "Ringtrue"
    own.language, own.comments, own.keywords, own.revision = language, "", "", 1
    own.created = own.modified = _FIXED
    _speaks(document.styles.element, language)
    _count_pages_on_opening(document.settings.element)


_SPOKEN = {"en": "en-GB", "de": "de-DE"}


def _speaks(styles: Any, language: str) -> None:
    """The language in which Word checks the spelling, unless a style has its own."""
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    spoken.set(qn("w:val"), _SPOKEN.get(language, language))


_AFTER_UPDATE = (
    "hdrShapeDefaults",
    "footnotePr",
    "endnotePr",
    "compat",
    "docVars",
    "rsids",
    "themeFontLang",
    "clrSchemeMapping",
)
"""Settings that must stand behind the wish to update fields, by the order of the schema."""


def _count_pages_on_opening(settings: Any) -> None:
    if settings.find(qn("w:updateFields")) is not None:
        return
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    later = {qn(f"w:{name}") for name in _AFTER_UPDATE}
    behind = next((one for one in settings if one.tag in later), None)
    if behind is None:
        settings.append(update)
    else:
        behind.addprevious(update)
