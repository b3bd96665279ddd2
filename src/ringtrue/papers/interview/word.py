"""The interviews as a document to take along: one role and service a page, with room to write."""

from pathlib import Path

from ringtrue.papers.interview.agenda import Planned, ToAsk
from ringtrue.papers.interview.forms import ROLE_WORDS
from ringtrue.papers.interview.wanted import wanted_agenda
from ringtrue.papers.interview.write import reasons
from ringtrue.papers.paper import Wanted
from ringtrue.papers.word import WordPaper
from ringtrue.reports.language import Words, words

OPENING = (
    "Say who you are, what the interview is for, who will see what is said, and that no person is ranked. Ask for consent to notes.",
    "Ask openly, one thing at a time, and wait. Ask to be shown what is told. Thank, sum up what was understood, and say what comes next.",
)


def write_word(wanted: Wanted, out: Path) -> None:
    """Write the document."""
    told = words(wanted.language)
    _, planned = wanted_agenda(wanted)
    title = wanted.folder.audit().title
    paper = WordPaper(
        told("Interview sheets"), audit=title, language=wanted.language, look=wanted.template, subtitle=title
    )
    for text in OPENING:
        paper.text(told(text), "Note")
    for place, one in enumerate(planned):
        if place:
            paper.new_page()
        _interview(paper, one, told)
    paper.save(out)


def _interview(paper: WordPaper, one: Planned, told: Words) -> None:
    name = one.service_name or told("across services")
    paper.heading(f"{told(ROLE_WORDS[one.role])}: {name}")
    paper.terms([(told("Interview"), one.id)])
    paper.fields([(told(label), 1) for label in ("Person", "Held on", "Auditor")])
    for question in one.questions:
        _question(paper, question, told)
    paper.fields([(told("Anything else that was said"), 3)])


def _question(paper: WordPaper, one: ToAsk, told: Words) -> None:
    paper.heading(one.text, 2)
    pairs = [
        (told("Asked because of"), reasons(one, told) or ""),
        (told("Then ask"), " ".join(one.follow_ups)),
        (told("Look for"), one.evidence),
        (told("No."), f"{one.id} · {', '.join(one.clauses)}"),
    ]
    paper.terms([(name, text) for name, text in pairs if text])
    paper.fields([(told("Answer"), 4), (told("Borne out by"), 1)])
