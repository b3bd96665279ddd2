"""The answers that one rater has still to score."""

from dataclasses import dataclass

from ringtrue.engine.records.journal import Journal
from ringtrue.method.banks.scenarios import CONCEPTS
from ringtrue.method.banks.scenarios.read import anchors_of
from ringtrue.method.banks.told import told_in
from ringtrue.model.entry import Entry, from_content
from ringtrue.model.errors import WrongUse
from ringtrue.model.interview import Answer, Question
from ringtrue.papers.paper import Wanted


@dataclass(frozen=True, kw_only=True)
class ToRate:
    """An answer to score, with what an answer of each level sounds like. It says nothing of the person, nor of any score."""

    interview: str
    question: str
    concept: str
    text: str
    answer: str
    anchors: tuple[str, ...]


def rater_of(wanted: Wanted) -> str:
    """The rater for whom the sheet is; WrongUse where none was named."""
    rater = wanted.options.get("rater", "").strip()
    if not rater:
        raise WrongUse("a rating sheet is for one rater. Name the rater: --with rater=NAME.")
    return rater


def answers_to_rate(journal: Journal, rater: str, language: str) -> tuple[ToRate, ...]:
    """Answers to questions of understanding that this rater has not scored, question by question, so that like is scored with like."""
    questions = {id: from_content(Question, one.content) for id, one in journal.current("question").items()}
    answers = noted_answers(journal.current("answer"))
    scored = {
        (one.interview, one.question)
        for entry in journal.current("answer").values()
        if (one := from_content(Answer, entry.content)).rater == rater
    }
    found = [
        ToRate(
            interview=one.interview,
            question=one.question,
            concept=concept,
            text=questions[one.question].text,
            answer=one.text or "",
            anchors=tuple(told_in(anchors_of(one.question, concept), language)),
        )
        for one in answers
        if (concept := _concept(questions, one.question)) and (one.interview, one.question) not in scored
    ]
    return tuple(sorted(found, key=lambda one: (CONCEPTS.index(one.concept), one.question, one.interview)))


def noted_answers(entries: dict[str, Entry]) -> list[Answer]:
    """The answers as they were noted, without those that say a rater's score."""
    found = [from_content(Answer, entry.content) for entry in entries.values()]
    return [one for one in found if one.rater is None and one.text]


def _concept(questions: dict[str, Question], id: str) -> str | None:
    found = questions[id].concept if id in questions else None
    return found if found in CONCEPTS else None
