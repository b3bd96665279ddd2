"""Formats that draw the outline text by text: what each leaves out or adds by design, and their finished files read back."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from pypdf import PdfReader

from ringtrue.reports.drawings import svg
from ringtrue.reports.format import Job, ReportFormat
from ringtrue.reports.html.report import REPORT as HTML
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Figure
from ringtrue.reports.pdf.report import REPORT as PDF
from ringtrue.reports.translated import outlined, outlined_for_paper
from ringtrue.reports.word.report import REPORT as WORD
from tests.reports.formats.told import counted
from tests.reports.page import Page
from tests.reports.papers import word_text

ADDRESSES = {
    r"(.*\.)?(anchor|link|first_link)|next_leads": "an address inside the file, no text",
    r".*\.chart\..*": "the data of a drawing: its words and keys are told, and compared",
}
CARDS = {r"questions\.leads": "the card's reason tells the number of leads, too"}
FILES = {r".*\.records\.file": "the address of a file beside the report"}


@dataclass(frozen=True, kw_only=True)
class Added:
    """What a file tells besides the outline, and why: ``found`` gives the numbers in it."""

    why: str
    found: Callable[["Opened"], Counter[str]]


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A finished file: the outline that it draws, its texts, and the file itself where more of it is needed."""

    outline: Outline
    texts: tuple[str, ...]
    file: bytes


@dataclass(frozen=True, kw_only=True)
class LaidOut:
    """A format with the outline that it draws. ``left_out`` are patterns of places, each with the reason."""

    format: ReportFormat
    outlined: Callable[[Job], Outline]
    read: Callable[[bytes], Iterator[str]]
    left_out: Mapping[str, str]
    added: tuple[Added, ...]

    def open(self, job: Job, file: Path) -> Opened:
        """The finished file of a job, read back."""
        content = file.read_bytes()
        return Opened(outline=self.outlined(job), texts=tuple(self.read(content)), file=content)


def read_html(file: bytes) -> Iterator[str]:
    """The words of the page, and those for whoever does not see its drawings."""
    page = Page(file.decode())
    yield page.text
    yield from (one.attributes["aria-label"] for one in page.named("svg") if "aria-label" in one.attributes)


def read_word(file: bytes) -> Iterator[str]:
    """The text of the document, headers and footers, and the words beside its pictures."""
    yield word_text(file)
    document = ZipFile(BytesIO(file)).read("word/document.xml").decode()
    yield from re.findall(r'<wp:docPr [^>]*descr="([^"]+)"', document)


def read_pdf(file: bytes) -> Iterator[str]:
    """The text of every page, and the words beside its pictures."""
    reader = PdfReader(BytesIO(file))
    yield from (page.extract_text() for page in reader.pages)
    yield from _alternatives(reader.root_object["/StructTreeRoot"])


def _alternatives(element: Any) -> Iterator[str]:
    found = element.get_object()
    if isinstance(found, dict):
        if "/Alt" in found:
            yield str(found["/Alt"])
        found = found.get("/K", [])
        found = found.get_object() if hasattr(found, "get_object") else found
        found = found if isinstance(found, list) else [found]
    if isinstance(found, list):
        for one in found:
            yield from _alternatives(one)


def _about(times: int) -> Callable[[Opened], Counter[str]]:
    def found(given: Opened) -> Counter[str]:
        once = counted(f"{term.text}" for term in given.outline.title.about)
        return Counter({number: n * times for number, n in once.items()})

    return found


def _head_and_foot(given: Opened) -> Counter[str]:
    """The title of the audit and the run, once for all pages, with two page numbers that Word fills in anew."""
    return counted([given.outline.title.audit, given.outline.title.about[-1].text, "Page 1 of 1"])


def _page_title(given: Opened) -> Counter[str]:
    return counted([given.outline.title.audit])


def _menu(given: Opened) -> Counter[str]:
    return counted(question.heading for question in given.outline.leads)


def _folded(given: Opened) -> Counter[str]:
    """The services that do not stand among the first are folded away under a line that counts them."""
    others = given.outline.services.others if given.outline.services else None
    return counted([str(len(others.rows))] if others else [])


def _every_page(given: Opened) -> Counter[str]:
    """The title of the audit above and the run below every page but the first."""
    pages = len(PdfReader(BytesIO(given.file)).pages) - 1
    once = counted([given.outline.title.audit, given.outline.title.about[-1].text])
    return Counter({number: n * pages for number, n in once.items()})


def _page_numbers(given: Opened) -> Counter[str]:
    pages = len(PdfReader(BytesIO(given.file)).pages)
    return counted(f"{number} {pages}" for number in range(2, pages + 1))


def _bookmarks(given: Opened) -> Iterator[tuple[str, int]]:
    """Each heading of a PDF with its page."""
    reader = PdfReader(BytesIO(given.file))

    def walk(found: Any) -> Iterator[tuple[str, int]]:
        for one in found:
            if isinstance(one, list):
                yield from walk(one)
            else:
                yield str(one.title), int(reader.get_destination_page_number(one) or 0) + 1

    yield from walk(reader.outline)


_NUMBERED = re.compile(r"(\d+(?:\.\d+)*) ")


def _headings(given: Opened) -> Counter[str]:
    """The number of each heading, once where it stands; those of two levels also in the contents, with text and page."""
    found: list[str] = []
    for title, page in _bookmarks(given):
        if numbered := _NUMBERED.match(title):
            found.append(numbered[1])
            if numbered[1].count(".") < 2:
                found += [title, str(page)]
    return counted(found)


def _contents(given: Opened) -> Counter[str]:
    """The list of contents of a Word document: what stands in paragraphs of its styles."""
    xml = ZipFile(BytesIO(given.file)).read("word/document.xml").decode()
    lines = [line for line in xml.split("</w:p>") if 'w:val="TOC' in line]
    return counted("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", line)) for line in lines)


def _figures(given: Any) -> Iterator[Figure]:
    for question in given.outline.leads:
        for claim in question.procedures:
            yield from claim.figures
            for lead in claim.leads:
                yield from lead.figures


def _labels(given: Opened) -> Counter[str]:
    """What stands along the axes of the drawings."""
    drawn = (svg(one.chart, given.outline.language) for one in _figures(given))
    return counted(
        "\n".join(text.itertext())
        for one in drawn
        for text in ElementTree.fromstring(one).iter("{http://www.w3.org/2000/svg}text")
    )


def _questions_asked(given: Opened) -> Counter[str]:
    """Requests are numbered."""
    return counted(str(place) for place in range(1, len(given.outline.silence.requests) + 1))


LAID_OUT = (
    LaidOut(
        format=HTML,
        outlined=outlined,
        read=read_html,
        left_out={**ADDRESSES, **CARDS, **FILES},
        added=(Added(why="what the report is about is said again at the foot of the page", found=_about(1)),
            Added(why="the title of the page, as a browser shows it", found=_page_title),
            Added(why="a line counts the services that are folded away", found=_folded),
            Added(why="the menu of the page counts the leads of each question", found=_menu),
        ),
    ),
    LaidOut(
        format=WORD,
        outlined=outlined_for_paper,
        read=read_word,
        left_out={**ADDRESSES, **CARDS, **FILES},
        added=(
            Added(why="what the report is about stands on the title page and under its scope", found=_about(1)),
            Added(why="the list of contents", found=_contents),
            Added(why="every page but the first names the audit and the run", found=_head_and_foot),
            Added(why="requests are numbered", found=_questions_asked),
        ),
    ),
    LaidOut(
        format=PDF,
        outlined=outlined_for_paper,
        read=read_pdf,
        left_out={**ADDRESSES, **CARDS, **FILES},
        added=(
            Added(why="what the report is about stands on the title page and under its scope", found=_about(1)),
            Added(why="every page but the first names the audit and the run", found=_every_page),
            Added(why="pages are numbered", found=_page_numbers),
            Added(why="headings are numbered, and listed in the contents with their pages", found=_headings),
            Added(why="axes of drawings are lettered", found=_labels),
            Added(why="requests are numbered", found=_questions_asked),
        ),
    ),
)  # fmt: skip
