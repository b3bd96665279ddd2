"""Makes the template of the readiness document: ``python -m ringtrue.papers.gap.make_template``. It can then be changed by hand in Word."""

from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Mm

from ringtrue.reports.word.filling import set_properties
from ringtrue.reports.word.package import same_bytes
from ringtrue.reports.word.template_styles import set_styles

PLACE = Path(__file__).with_name("gap.docx")

LINES = (
    ("Kicker", "{{ words.kicker }}"),
    ("Title", "{{ words.title }}"),
    ("Subtitle", "{{ audit }}"),
    ("Normal", "{{p about }}"),
    ("Box", "{{ words.no_grade }}"),
    ("Heading 1", "{{ words.summary }}"),
    ("Normal", "{%p for one in editions %}"),
    ("Summary", "{{ one.summary }}"),
    ("Normal", "{{p one.levels }}"),
    ("Normal", "{%p if one.attribution %}"),
    ("Note", "{{ one.attribution }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Heading 1", "{{ words.plan }}"),
    ("Normal", "{%p if plan %}"),
    ("Normal", "{{ words.order }}"),
    ("Normal", "{{p plan }}"),
    ("Normal", "{%p else %}"),
    ("Normal", "{{ words.nothing_to_close }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p for one in editions %}"),
    ("Heading 1", "{{ one.heading }}"),
    ("Normal", "{{p one.clauses }}"),
    ("Normal", "{%p if one.attribution %}"),
    ("Note", "{{ one.attribution }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p if refused %}"),
    ("Heading 1", "{{ words.refused }}"),
    ("Normal", "{{ words.refused_note }}"),
    ("Normal", "{{p refused }}"),
    ("Normal", "{%p endif %}"),
    ("Heading 1", "{{ words.pack }}"),
    ("Normal", "{{ words.pack_note }}"),
)
"""The document, paragraph by paragraph: style and text."""


def template() -> bytes:
    """The template as a Word document."""
    document = Document()
    set_styles(document)
    section: Any = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run("{{ audit }}\t{{ words.title }}")
    section.footer.paragraphs[0].add_run("{{ run }}")
    for style, text in LINES:
        document.add_paragraph(text, style=style)
    set_properties(document, "Readiness by clause", "Template", "en")
    made = BytesIO()
    document.save(made)
    return same_bytes(made.getvalue())


if __name__ == "__main__":
    PLACE.write_bytes(template())
