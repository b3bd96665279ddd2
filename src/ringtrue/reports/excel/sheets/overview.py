"""The first sheet: which audit and run this is, what came of it, and what stands on which sheet."""

from collections.abc import Iterator, Sequence

from ringtrue.reports.excel.column import Link, Marked, Value
from ringtrue.reports.excel.plan import WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.excel.sheets.procedures import in_question_order
from ringtrue.reports.sections.front import title_page
from ringtrue.reports.text import capital
from ringtrue.reports.words import RESULTS


def overview(material: Material, sheets: Sequence[SheetPlan]) -> SheetPlan:
    """``sheets`` are those of the workbook, in their order, but for the procedures' own."""
    words = material.words
    own = list(_contents(material, sheets))
    return SheetPlan(
        name=words("Overview"),
        title=f"{words('Working papers')}: {material.results.audit.title}",
        about=words("The audit, the run, and what stands on which sheet"),
        notes=_notes(material),
        columns=columns(
            words,
            ("Sheet", 34, {}),
            ("What stands there", 80, {"wrap": True}),
            ("Rows", 12, {"number": WHOLE}),
            ("Result", 18, {}),
            ("Leads", 9, {"number": WHOLE}),
        ),
        rows=lambda: iter(own),
        count=len(own),
        tab="#1F3A4D",
    )


def _notes(material: Material) -> tuple[str, ...]:
    words = material.words
    page = title_page(material.results)
    terms = [f"{words(term.name)}: {words(term.text)}" for term in page.about]
    names = ", ".join(material.further_names())
    further = words("The rest of the large tables is in {files}.").format(files=names) if names else ""
    return (
        *terms,
        words(page.summary),
        *((f"{words('First to look at')}: {words(page.first)}",) if page.first else ()),
        *map(words, page.cautions),
        *((further,) if further else ()),
    )


def _contents(material: Material, sheets: Sequence[SheetPlan]) -> Iterator[list[Value]]:
    words = material.words
    for sheet in sheets:
        yield [Link(sheet.name, sheet.name), sheet.about, sheet.count, None, None]
    for one in in_question_order(material):
        said, colour = RESULTS[one.result]
        name: Value = Link(one.id, one.id) if material.has_sheet(one.id) else one.id
        rows = material.counts.get(one.id) or None
        yield [name, words(one.title), rows, Marked(words(capital(said)), colour), len(one.leads)]
