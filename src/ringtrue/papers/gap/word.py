"""Readiness as a Word document: levels, the plan, every clause; from a template that can be changed in Word."""

from collections import Counter
from importlib.resources import as_file, files
from io import BytesIO
from pathlib import Path
from typing import Any

from ringtrue.method.readiness import (
    GROUPS,
    LEVEL_MEANINGS,
    LEVEL_NAMES,
    LEVELS,
    ORDER,
    Level,
    Readiness,
    Step,
)
from ringtrue.model.criteria import Criteria
from ringtrue.papers.gap.gather import Gap
from ringtrue.papers.gap.wording import NO_GRADE, attributions, saw_lines, summary, told_lines
from ringtrue.reports.language import Words, words
from ringtrue.reports.numbers import count
from ringtrue.reports.parts import Cell, Colour, Column, Table, Term
from ringtrue.reports.text import capital, period, plain

COLOURS: dict[Level, Colour] = {"nothing": "against", "described": "open", "done": "open", "checked": "for"}

WORDS = {
    "kicker": "Gap analysis",
    "title": "Readiness by clause",
    "summary": "Summary",
    "plan": "What to close first",
    "order": ORDER,
    "no_grade": NO_GRADE,
    "nothing_to_close": "Nothing is left to close.",
    "refused": "References that do not count",
    "refused_note": "These name clauses by the numbers of an edition that was withdrawn. They do not count for any clause until they "
    "are renumbered.",
    "pack": "Evidence pack",
    "pack_note": "The folder gap-evidence beside this document holds a page that links, clause by clause, to each file that speaks of "
    "it, with the SHA-256 of that file. `sha256sum -c SHA256SUMS` in the folder shows whether a file is still the same.",
}
"""The fixed words of the template, by their names in it."""


def write_word(gap: Gap, out: Path, language: str) -> None:
    """Write the document. The same run gives the same bytes."""
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]

    from ringtrue.reports.word.filling import set_properties
    from ringtrue.reports.word.package import same_bytes
    from ringtrue.reports.word.sandbox import Sandbox

    told = words(language)
    with as_file(files("ringtrue.papers.gap").joinpath("gap.docx")) as ours:
        document = DocxTemplate(BytesIO(ours.read_bytes()))
    document.render(_placeholders(gap, told), Sandbox(), autoescape=True)
    title = told(WORDS["title"])
    set_properties(document.docx, plain(gap.results.audit.title, 200), title, language)
    made = BytesIO()
    document.docx.save(made)
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f".{out.name}.part")
    part.write_bytes(same_bytes(made.getvalue()))
    part.replace(out)


def _placeholders(gap: Gap, told: Words) -> dict[str, Any]:
    from ringtrue.reports.word.blocks import block, table, term_list
    from ringtrue.reports.word.text import clean

    def drawn(given: Table | None) -> Any:
        return block(given.rows, table(given)) if given else None

    about = _about(gap, told)
    return {
        "words": {name: told(text) for name, text in WORDS.items()},
        "audit": clean(plain(gap.results.audit.title, 200)),
        "run": told(f"Run {gap.results.run}, Ringtrue {gap.results.version}"),
        "about": term_list(about, about),
        "editions": [_edition(gap, one, told, drawn) for one in gap.criteria],
        "plan": drawn(_plan(gap, told)),
        "refused": drawn(_refused(gap, told)),
    }


def _about(gap: Gap, told: Words) -> list[Term]:
    audit = gap.results.audit
    return [
        Term(name=told("Organisation"), text=plain(audit.organisation or told("not named"), 120)),
        Term(name=told("Audit period"), text=told(period(audit.period, audit.records))),
        Term(name=told("Criteria"), text="; ".join(told(plain(one.title, 120)) for one in gap.criteria)),
        Term(name=told("Run"), text=f"{gap.results.run}, Ringtrue {gap.results.version}"),
    ]


def _edition(gap: Gap, one: Criteria, told: Words, drawn: Any) -> dict[str, Any]:
    own = [each for each in gap.clauses if each.criteria == one.id]
    return {
        "heading": told(plain(one.title, 120)),
        "summary": summary(one, own, told),
        "levels": drawn(_levels(own, told)),
        "clauses": drawn(_clauses(own, told)),
        "attribution": " ".join(attributions([one], told)),
    }


def _levels(own: list[Readiness], told: Words) -> Table:
    counted = Counter(one.level for one in own)
    return Table(
        caption=told("Clauses by level"),
        columns=(
            Column(title=told("Level")),
            Column(title=told("Clauses"), number=True),
            Column(title=told("What it means")),
        ),
        rows=tuple(
            (
                Cell(text=told(LEVEL_NAMES[level]), colour=COLOURS[level]),
                Cell(text=count(counted[level]) if counted[level] else "–"),
                Cell(text=told(LEVEL_MEANINGS[level])),
            )
            for level in LEVELS
        ),
    )


def _plan(gap: Gap, told: Words) -> Table | None:
    titles = ("Rank", "Clause", "Why it stands here", "What to do")
    columns = tuple(Column(title=told(title)) for title in titles)
    rows = tuple(_step(gap, step, told) for step in gap.plan)
    return Table(caption=told("What to close first"), columns=columns, rows=rows) if rows else None


def _step(gap: Gap, step: Step, told: Words) -> tuple[Cell, ...]:
    one = step.readiness
    return (
        Cell(text=count(step.place)),
        _clause(one, told, told(plain(gap.titled(one.criteria), 60)) if len(gap.criteria) > 1 else ""),
        Cell(text=told(GROUPS[step.group])),
        Cell(text=" ".join(told_lines(step.to_do, told))),
    )


def _clauses(own: list[Readiness], told: Words) -> Table:
    titles = ("Clause", "Level", "What was seen", "What is missing")
    return Table(
        caption=told("Readiness by clause"),
        columns=tuple(Column(title=told(title)) for title in titles),
        rows=tuple(_clause_row(one, told) for one in own),
    )


def _clause_row(one: Readiness, told: Words) -> tuple[Cell, ...]:
    return (
        _clause(one, told),
        Cell(text=told(LEVEL_NAMES[one.level]), colour=COLOURS[one.level]),
        Cell(text=capital("; ".join(saw_lines(one, told))) or "–"),
        Cell(text=" ".join(told_lines(one.missing, told)) or "–", note=_next(one, told)),
    )


def _next(one: Readiness, told: Words) -> str:
    """What to give, and what to ask."""
    if one.level == "checked":
        return ""
    given = "; ".join(told_lines(one.requests, told))
    asked = told(plain(one.clause.outcome_question, 300))
    return " ".join(part for part in (f"{told('To give:')} {given}." if given else "", asked) if part)


def _clause(one: Readiness, told: Words, edition: str = "") -> Cell:
    title = told(plain(one.clause.title, 160))
    return Cell(text=plain(one.clause.id, 40), note=f"{edition} · {title}" if edition else title)


def _refused(gap: Gap, told: Words) -> Table | None:
    rows = tuple(
        (
            Cell(text=told(one.kind)),
            Cell(text=plain(one.id, 80), code=True),
            Cell(text=plain(one.text, 120)),
            Cell(text=told(plain(one.reason))),
        )
        for one in gap.refused
    )
    columns = tuple(
        Column(title=told(title)) for title in ("Kind", "Id", "Clause named", "Why it does not count")
    )
    return Table(caption=told(WORDS["refused"]), columns=columns, rows=rows) if rows else None
