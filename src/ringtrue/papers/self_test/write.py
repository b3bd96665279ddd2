"""The self-test as a workbook and as a document: a situation, a question, room for the answer; no anchors."""

from pathlib import Path

from ringtrue.method.banks.scenarios import Scenario, scenarios_for
from ringtrue.method.banks.told import told_in
from ringtrue.papers.paper import Wanted
from ringtrue.papers.self_test.forms import ABOUT_YOU, QUESTIONS, TESTED_WORDS, chosen_number, chosen_role
from ringtrue.papers.word import WordPaper
from ringtrue.reports.excel.book import Book
from ringtrue.reports.language import words

NOTES = (
    "This is no examination of persons. It shows where understanding is missing; results are told for groups of five or more only.",
    "Answer in your own words, without looking it up. Two or three sentences are enough; the reason counts more than the term.",
)


def write_excel(wanted: Wanted, out: Path) -> None:
    """Write the workbook."""
    told, role = words(wanted.language), chosen_role(wanted)
    rows = [
        QUESTIONS.cells(
            {
                "id": one.id,
                "situation": told_in(one.situation, wanted.language),
                "question": told_in(one.question, wanted.language),
            },
            told,
        )
        for one in _scenarios(wanted)
    ]
    with Book(out, told) as book:
        book.about(kind="self-test", audit=wanted.folder.audit().title, language=wanted.language)
        book.sheet(
            told(ABOUT_YOU.sheet),
            columns=ABOUT_YOU.columns(told),
            rows=[ABOUT_YOU.cells({"role": role}, told)],
            note=tuple(map(told, NOTES)),
            filter=False,
        )
        book.sheet(told(QUESTIONS.sheet), columns=QUESTIONS.columns(told), rows=rows, filter=False)


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document."""
    told, role, title = words(wanted.language), chosen_role(wanted), wanted.folder.audit().title
    paper = WordPaper(
        told("Self-test"),
        audit=title,
        language=wanted.language,
        look=wanted.template,
        subtitle=told(TESTED_WORDS[role]),
    )
    for note in NOTES:
        paper.text(told(note), "Note")
    paper.fields([(told(name), 1) for name in ("Code", "Team", "Service", "Day")])
    for one in _scenarios(wanted):
        paper.heading(told_in(one.question, wanted.language), 1)
        paper.text(told_in(one.situation, wanted.language))
        paper.fields([(f"{told('Your answer')} ({one.id})", 6)])
    paper.save(out)


def _scenarios(wanted: Wanted) -> tuple[Scenario, ...]:
    return scenarios_for(chosen_role(wanted), chosen_number(wanted))
