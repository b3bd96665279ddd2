"""Facts, sources, assumptions, and the method in short."""

from collections.abc import Iterator

from ringtrue.model.result import Fact, SourceResult
from ringtrue.reports.excel.column import Marked, Value
from ringtrue.reports.excel.plan import PLAIN, WHOLE, SheetPlan, columns
from ringtrue.reports.excel.sheets.answers import procedure_link
from ringtrue.reports.excel.sheets.material import Material
from ringtrue.reports.names import spaced
from ringtrue.reports.sections.tables import fact_value
from ringtrue.reports.text import capital, sentence
from ringtrue.reports.words import GLOSSARY, METHOD

_TAB = "#5B6B7A"


def facts(material: Material) -> SheetPlan:
    """Statements without a verdict: those of the whole run, then those of each procedure."""
    words = material.words
    return SheetPlan(
        name=words("Facts"),
        title=words("Facts without a verdict"),
        about=words("What an auditor must know, and no claim judges"),
        columns=columns(
            words,
            ("Fact", 80, {"wrap": True}),
            ("Value", 16, {"number": PLAIN}),
            ("In words", 26, {"help": "As the report writes it."}),
            ("n", 11, {"number": WHOLE}),
            ("Lower bound", 11, {"number": PLAIN}),
            ("Upper bound", 11, {"number": PLAIN}),
            ("About", 28, {}),
            ("Procedure", 32, {}),
        ),
        rows=lambda: _facts(material),
        count=len(material.results.facts) + sum(len(one.facts) for one in material.results.procedures),
        tab=_TAB,
    )


def _facts(material: Material) -> Iterator[list[Value]]:
    for fact in material.results.facts:
        yield _fact(material, fact, "")
    for one in material.results.procedures:
        for fact in one.facts:
            yield _fact(material, fact, procedure_link(material, one.id))


def _fact(material: Material, fact: Fact, origin: Value) -> list[Value]:
    words = material.words
    lower, upper = fact.bounds or (None, None)
    about = ""
    if fact.object is not None:
        kind, id = spaced(fact.object.kind), fact.object.id
        about = material.services.get(id) or f"{words(kind)} {id}"
    told = words(fact_value(fact))
    return [words(capital(fact.statement)), fact.value, told, fact.n, lower, upper, about, origin]


def sources(material: Material) -> SheetPlan:
    """The files as received."""
    words, number = material.words, {"number": WHOLE}
    return SheetPlan(
        name=words("Sources"),
        title=words("Files as received"),
        about=words("Every file with its hash, and what became of its rows"),
        columns=columns(
            words,
            ("Source file", 36, {}),
            ("Read as", 16, {}),
            ("Rows", 12, number),
            ("Loaded", 12, number),
            ("Rejected", 12, number),
            ("Issues", 12, {**number, "help": "Things found wrong; a record may have several."}),
            ("SHA-256", 68, {}),
            ("Not read because", 60, {"wrap": True}),
        ),
        rows=lambda: (_source(material, one) for one in material.results.sources),
        count=len(material.results.sources),
        tab=_TAB,
    )


def _source(material: Material, one: SourceResult) -> list[Value]:
    kind: Value = one.importer or ""
    if one.error:
        kind = Marked(material.words("not read"), "against")
    return [one.file, kind, one.rows, one.loaded, one.rejected, one.issues, one.sha256, one.error]


def assumptions(material: Material) -> SheetPlan:
    """What was assumed of each file."""
    words = material.words
    return SheetPlan(
        name=words("Assumptions"),
        title=words("What was assumed of each file"),
        about=words("If one of these is wrong, so may be what follows from it"),
        columns=columns(words, ("Source file", 36, {}), ("Assumption", 130, {"wrap": True})),
        rows=lambda: (
            [one.file, words(text)] for one in material.results.sources for text in one.assumptions
        ),
        count=sum(len(one.assumptions) for one in material.results.sources),
        tab=_TAB,
    )


def method(material: Material) -> SheetPlan:
    """The method and the words of the report."""
    words = material.words
    told = (*METHOD, *((name, sentence(capital(text))) for name, text in GLOSSARY))
    return SheetPlan(
        name=words("Method"),
        title=words("How to read these papers"),
        about=words("The method in short, and the words used"),
        columns=columns(words, ("Term", 34, {}), ("Meaning", 130, {"wrap": True})),
        rows=lambda: ([words(name), words(text)] for name, text in told),
        count=len(told),
        tab=_TAB,
    )
