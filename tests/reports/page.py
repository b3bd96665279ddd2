"""A report's page, taken apart for claims about it."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from ringtrue.model.chart import Chart
from ringtrue.model.result import Results
from ringtrue.reports.html.report import render
from tests.reports import invented

VOID = {"meta", "link", "img", "br", "input", "hr"}
BLOCKS = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "li",
    "dt",
    "dd",
    "tr",
    "caption",
    "summary",
    "figcaption",
    "pre",
    "div",
    "title",
}


@dataclass
class Element:
    """A start tag with its attributes and all text inside it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Elements in the order of the page, and the text that is read on it."""

    source: str
    elements: list[Element] = field(default_factory=list)
    _open: list[Element] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)
        if tag in BLOCKS:
            self._words.append("\n")
        if tag in ("td", "th"):
            self._words.append(" | ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop().tag != tag:
            pass

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data
        if not any(element.tag in ("style", "svg") for element in self._open):
            self._words.append(data)

    def named(self, *tags: str) -> list[Element]:
        """All elements with one of these tags."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def text(self) -> str:
        """The words of the page, a line a block, with plain spaces."""
        lines = re.split(r"\n+", "".join(self._words).replace("\u00a0", " "))
        return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line) + "\n"


def page_of(folder: Path, run: Results | None = None, charts: tuple[Chart, ...] = invented.CHARTS) -> Page:
    """The page of an invented run, as it is written to ``folder/reports``."""
    run = run or invented.results()
    out = folder / "reports" / "report.html"
    render(run, invented.write_run(folder, run, charts), out)
    return Page(out.read_text("utf-8"))
