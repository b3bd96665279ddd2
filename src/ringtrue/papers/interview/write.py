"""The interviews as a workbook: whom to see, and a sheet of questions for each role."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from ringtrue.papers.interview.agenda import Planned, ToAsk, roles_of
from ringtrue.papers.interview.forms import INTERVIEWS, questions_form
from ringtrue.papers.interview.wanted import wanted_agenda
from ringtrue.papers.paper import Wanted
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

NOTE_INTERVIEWS = (
    "One row an interview, in one role. A row without a day was not held, and is not read back.",
    "Ask each person only what this role can know. Add rows for further interviews.",
)
NOTE_QUESTIONS = (
    "The answer as it was said; it needs a record or an observation that bears it out. Questions that were not put stay empty.",
    "Questions that show understanding are scored later by two raters, each on a sheet of their own: ringtrue paper rating.",
)
SHOWN_REASONS = 3
"""Of many leads that ask the same question, so many are told."""


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told = words(wanted.language)
    results, planned = wanted_agenda(wanted)
    with Book(out, told) as book:
        book.about(
            kind="interview",
            audit=wanted.folder.audit().title,
            run=results.run if results else "",
            language=wanted.language,
        )
        book.sheet(
            told(INTERVIEWS.sheet),
            columns=INTERVIEWS.columns(told),
            rows=[INTERVIEWS.cells(_interview(one), told) for one in planned],
            note=tuple(map(told, NOTE_INTERVIEWS)),
            freeze_columns=1,
            blank=20,
        )
        for role in roles_of(planned):
            _questions(book, role, [one for one in planned if one.role == role], told)


def _questions(book: Book, role: str, planned: Sequence[Planned], told: Words) -> None:
    form = questions_form(role)
    book.sheet(
        told(form.sheet),
        columns=form.columns(told),
        rows=(form.cells(row, told) for row in _rows(planned, told)),
        note=tuple(map(told, NOTE_QUESTIONS)),
        freeze_columns=3,
        blank=10,
    )


def _interview(one: Planned) -> dict[str, Any]:
    return {
        "id": one.id,
        "role": one.role,
        "service": one.service,
        "service_name": one.service_name,
        "leads": one.leads or None,
    }


def _rows(planned: Sequence[Planned], told: Words) -> Iterator[dict[str, Any]]:
    for interview in planned:
        for one in interview.questions:
            yield {
                "interview": interview.id,
                "id": one.id,
                "text": one.text,
                "follow_ups": "\n".join(one.follow_ups) or None,
                "evidence": one.evidence or None,
                "why": reasons(one, told),
                "lesson": one.lesson,
                "clauses": one.clauses,
                "concept": told(one.concept) if one.concept else None,
            }


def reasons(one: ToAsk, told: Words) -> str | None:
    """The leads behind a question; of many only the first are told."""
    shown = list(one.why[:SHOWN_REASONS])
    more = len(one.why) - len(shown)
    return "\n".join([*shown, *([told(f"and {more} more")] if more > 0 else [])]) or None
