"""What a template can name: the outline field by field, its blocks ready to be placed, and the fixed words of the language."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from types import SimpleNamespace
from typing import Any

from ringtrue.reports.headings import headings
from ringtrue.reports.language import words
from ringtrue.reports.numbers import plural
from ringtrue.reports.outline import Outline
from ringtrue.reports.parts import Figure, FindingBlock, LeadBlock, QuestionCard, QuestionLeads, Table, Term
from ringtrue.reports.word.blocks import COLOURS, Block, block, bookmark, bullets, jump, table, term_list
from ringtrue.reports.word.pictures import picture
from ringtrue.reports.word.text import clean, paragraph, run

Shape = SimpleNamespace
"""Fields by name, nothing else."""


class Mark:
    """Raw XML inside a paragraph, placed with ``{{r name }}``."""

    def __init__(self, xml: str) -> None:
        self.xml = xml

    def __html__(self) -> str:
        return self.xml


def placeholders(given: Outline, document: Any) -> Mapping[str, Any]:
    """All names that a template knows. Charts become parts of ``document``."""
    say = words(given.language)
    teller = _Teller(document, given.language)
    shapes: dict[str, Any] = {one.name: teller.shape(getattr(given, one.name)) for one in fields(given)}
    more = f"{plural(given.more_leads, 'further lead')} below, by question." if given.more_leads else ""
    shapes["more_leads"] = clean(say(more))
    shapes["next_leads"] = _next_leads(given)
    shapes["words"] = Shape(**headings(say))
    shapes["title"].first_lead = Mark(jump(given.title.first_link, run(given.title.first)))
    shapes["marks"] = Shape(requests=mark("requests"), procedures=mark("procedures"))
    return shapes


def mark(address: str) -> Mark:
    """A place that links of the document lead to."""
    name = bookmark(address)
    number = int(name[-6:], 16)
    return Mark(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>')


def _next_leads(given: Outline) -> Block:
    """The lines of the leads to look at next, as a numbered list with links."""
    items = [Shape(question=clean(term.name), text=clean(term.text)) for term, _ in given.next_leads]
    lines = [
        paragraph(
            run(f"{term.name}: ", "Quiet") + jump(address, run(term.text)), "ListNumber", text=term.text
        )
        for term, address in given.next_leads
    ]
    return block(items, "".join(lines))


class _Teller:
    """Turns the shapes of an outline into what a template may see."""

    def __init__(self, document: Any, language: str) -> None:
        self.document, self.language = document, language

    def shape(self, given: Any) -> Any:
        if isinstance(given, str):
            return clean(given)
        if isinstance(given, tuple):
            return self._many(given)
        if isinstance(given, Table):
            return self._table(given)
        if isinstance(given, Figure):
            texts = Shape(title=clean(given.title), note=clean(given.note), words=clean(given.words))
            texts.picture = block((), picture(given, self.document, self.language))
            return texts
        if not is_dataclass(given) or isinstance(given, type):
            return given
        shape = Shape(**{one.name: self.shape(getattr(given, one.name)) for one in fields(given)})
        if isinstance(given, LeadBlock | FindingBlock):
            shape.mark = mark(given.anchor)
        if isinstance(given, QuestionCard):
            shape.coloured = Mark(run(given.answer, COLOURS[given.colour]))
        if isinstance(given, QuestionLeads):
            shape.mark = mark(f"leads-{given.id}")
        return shape

    def _many(self, given: tuple[Any, ...]) -> Any:
        items = [self.shape(one) for one in given]
        if given and all(isinstance(one, str) for one in given):
            return bullets(items)
        if given and all(isinstance(one, Term) for one in given):
            return term_list(given, items)
        if given and all(isinstance(one, Figure) for one in given):
            return block(items, "".join(item.picture.xml for item in items))
        return block(items, "")

    def _table(self, given: Table) -> Block:
        rows = [[self.shape(cell) for cell in row] for row in given.rows]
        made = block(rows, table(given))
        made.caption = clean(given.caption)  # type: ignore[attr-defined]
        made.columns = [self.shape(column) for column in given.columns]  # type: ignore[attr-defined]
        made.rows = rows  # type: ignore[attr-defined]
        return made
