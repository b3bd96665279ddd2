"""A rater's sheet as a workbook and as a document."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from ringtrue.papers.paper import Wanted
from ringtrue.papers.rating.forms import RATING
from ringtrue.papers.rating.to_rate import ToRate, answers_to_rate, rater_of
from ringtrue.papers.word import WordPaper
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import Words, words

NOTES = (
    "Score each answer by the anchors, without talking to the other rater. Two raters score every answer; neither sees the other's scores.",
    "Score what was said, not how well it was said. Between two levels choose the lower one.",
)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook. Scores that are given already, by whomever, are not in it."""
    told, rater = words(wanted.language), rater_of(wanted)
    rows = answers_to_rate(wanted.journal, rater, wanted.language)
    with Book(out, told) as book:
        book.about(kind="rating", audit=wanted.folder.audit().title, language=wanted.language, rater=rater)
        book.sheet(
            told(RATING.sheet),
            columns=RATING.columns(told),
            rows=(RATING.cells(_row(one, told), told) for one in rows),
            title=rater,
            note=tuple(map(told, NOTES)),
            freeze_columns=2,
        )


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document."""
    told, rater, title = words(wanted.language), rater_of(wanted), wanted.folder.audit().title
    paper = WordPaper(
        told("Rating"), audit=title, language=wanted.language, look=wanted.template, subtitle=rater
    )
    for note in NOTES:
        paper.text(told(note), "Note")
    rows = answers_to_rate(wanted.journal, rater, wanted.language)
    if not rows:
        paper.text(told("There is no answer to score."))
    for place, one in enumerate(rows):
        if place == 0 or rows[place - 1].question != one.question:
            _question(paper, one, told)
        paper.terms([(one.interview, one.answer)])
        paper.fields([(told("Points"), 1)])
    paper.save(out)


def _question(paper: WordPaper, one: ToRate, told: Words) -> None:
    """The question and its anchors, once for all answers to it."""
    paper.heading(f"{one.question} · {told(one.concept)}", 1)
    paper.text(one.text)
    paper.terms([(told(f"Level {level}"), text) for level, text in enumerate(one.anchors)])


def _row(one: ToRate, told: Words) -> dict[str, Any]:
    levels = {f"level_{level}": text for level, text in enumerate(one.anchors)}
    return {**asdict(one), **levels, "concept": told(one.concept)}
